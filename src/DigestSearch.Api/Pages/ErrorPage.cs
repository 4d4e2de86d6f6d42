namespace DigestSearch.Api.Pages;

/// <summary>The page for a bare status.</summary>
internal static class ErrorPage
{
    public static IResult OfStatus(HttpContext context, int status)
    {
        var setting = PageSetting.Of(context);
        return new PageAnswer(StatePage.Error(setting, setting.Texts.ErrorTitle(status), setting.Texts.ErrorHint(status)), status);
    }
}
