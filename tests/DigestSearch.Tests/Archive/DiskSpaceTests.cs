using DigestSearch.Archive;
using Microsoft.Data.Sqlite;

namespace DigestSearch.Tests.Archive;

public sealed class DiskSpaceTests
{
    [Fact]
    public void AFullDiskIsToldFromOtherFailures()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE pages (bytes BLOB); PRAGMA max_page_count = 8;";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO pages VALUES (randomblob(1000000));";
        Assert.True(DiskSpace.IsOut(Assert.Throws<SqliteException>(() => command.ExecuteNonQuery())));
        Assert.False(DiskSpace.IsOut(new SqliteException("locked", 5)));
        Assert.False(DiskSpace.IsOut(new FileNotFoundException()));
        if (!File.Exists("/dev/full")) return;
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        Assert.True(DiskSpace.IsOut(Assert.ThrowsAny<IOException>(() => full.Write(new byte[1]))));
    }
}
