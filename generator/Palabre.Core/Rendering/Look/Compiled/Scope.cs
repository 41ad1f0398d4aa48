using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>What one page is made in: the values of variables, and where the page is written.</summary>
internal sealed class Scope
{
    private static readonly object Absent = new();

    private readonly object?[] globals, loops;
    private readonly Utf8Buffer output;
    private int steps, depth;

    internal Scope(CompiledLook look, PageView page, Utf8Buffer output)
    {
        (Look, this.output) = (look, output);
        globals = new object?[look.VariableCount];
        loops = new object?[look.VariableCount];
        Array.Fill(globals, Absent);
        Array.Fill(loops, Absent);
        globals[CompiledLook.Page] = page;
        globals[CompiledLook.Site] = page.Site;
    }

    internal CompiledLook Look { get; }

    /// <summary>As Scriban looks a variable up: that of a loop first, from the innermost, then that of an assignment.</summary>
    internal object? this[int variable]
    {
        get
        {
            if (loops[variable] is var looped && !ReferenceEquals(looped, Absent)) return looped;
            return globals[variable] is var assigned && !ReferenceEquals(assigned, Absent) ? assigned : throw new NotCompiledException();
        }
    }

    internal void Assign(int variable, object? value) => globals[variable] = value;

    /// <summary>The value that the variable of a loop hides: to be given back at the loop's end.</summary>
    internal object? Hidden(int variable) => loops[variable];

    internal void SetLoop(int variable, object? value) => loops[variable] = value;

    /// <summary>Holds that the name is still the function's: a loop may have given it to its variable.</summary>
    internal void HoldFunction(int name)
    {
        if (!ReferenceEquals(loops[name], Absent)) throw new NotCompiledException();
    }

    internal void Step()
    {
        if (++steps > TemplateLimits.MostSteps) throw new NotCompiledException();
    }

    internal void Include(Step[] template)
    {
        if (depth >= TemplateLimits.DeepestInclude) throw new NotCompiledException();
        depth++;
        Run(template);
        depth--;
    }

    internal void Run(Step[] block)
    {
        for (var i = 0; i < block.Length; i++) block[i].Run(this);
    }

    internal void Write(ReadOnlySpan<byte> utf8)
    {
        output.Append(utf8);
        Check();
    }

    internal void Write(Html markup)
    {
        markup.WriteTo(output);
        Check();
    }

    internal void WriteText(string text)
    {
        HtmlText.WriteEscaped(output, text);
        Check();
    }

    private void Check()
    {
        if (output.Length > TemplateLimits.MostBytes) throw new NotCompiledException();
    }
}
