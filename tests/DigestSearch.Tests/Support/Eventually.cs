namespace DigestSearch.Tests.Support;

/// <summary>Waits for what other threads and processes bring about; the limit is generous, only a failure takes so long.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    public static Task IsAsync(Func<bool> condition, Func<string>? state = null) => IsAsync(() => Task.FromResult(condition()), state);

    public static async Task IsAsync(Func<Task<bool>> condition, Func<string>? state = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Limit) Assert.Fail("It did not come about. " + state?.Invoke());
            await Task.Delay(Between, TestContext.Current.CancellationToken);
        }
    }
}
