using System.CommandLine;
using DigestSearch;
using DigestSearch.Verbs;

var serve = ServeVerb.Create();
var root = new RootCommand("""
    DigestSearch reads digests of paper reviews, archives them, and searches them.

    Without a verb it serves the starter archive at http://127.0.0.1:5080.
    Exit codes: 0 done, 1 it could not be done, 2 done but there were problems in the documents.
    """)
{
    serve, ServeVerb.CreateWork(), ServeVerb.CreateApi(), ParseVerb.Create(), IngestVerb.Create(), SearchVerb.Create(), CheckVerb.Create(), RebuildVerb.Create(), ExportVerb.Create(), GlossaryVerb.Create(),
};
root.SetAction((_, cancellation) => ServeVerb.RunStarterAsync(cancellation));
TeachingHelp.Teach(root);
return await Run.AsyncAsProgram(root.Parse(args)).ConfigureAwait(false);
