using DigestSearch.Api.Tests.Room;
using DigestSearch.Tests.Support;

[assembly: AssemblyFixture(typeof(StarterRoom))]
[assembly: AssemblyFixture(typeof(EdgeRoom))]

namespace DigestSearch.Api.Tests.Room;

/// <summary>A room over the starter archive, for all tests that only read.</summary>
public sealed class StarterRoom : IAsyncLifetime
{
    public ReadingRoom Room { get; private set; } = null!;

    public HttpClient Client => Room.Client;

    public static string Digests { get; } = Path.Combine(Repo.Root, "index", "digests");

    public async ValueTask InitializeAsync() => Room = await ReadingRoom.OpenAsync([Digests]);

    public ValueTask DisposeAsync() => Room.DisposeAsync();
}

/// <summary>A room over the starter archive and digests that are hard to show and to address, for all tests that only read.</summary>
public sealed class EdgeRoom : IAsyncLifetime
{
    public ReadingRoom Room { get; private set; } = null!;

    public HttpClient Client => Room.Client;

    public static string Digests { get; } = Repo.Fixture("edge");

    public static string Broken { get; } = Repo.Fixture(Path.Combine("digests", "bad"));

    public async ValueTask InitializeAsync() => Room = await ReadingRoom.OpenAsync([StarterRoom.Digests, Digests, Broken]);

    public ValueTask DisposeAsync() => Room.DisposeAsync();
}
