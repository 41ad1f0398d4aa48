namespace Palabre.Import.WordPress;

/// <summary>What keys call a blog: its host and path. With <c>www.</c> and without, it is one.</summary>
internal static class BlogName
{
    internal static string Of(Uri address) => WithoutWww(address.Host) + address.AbsolutePath.TrimEnd('/');

    internal static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
}
