using System.Globalization;
using System.Text;

namespace DigestSearch.Bench.Curves;

/// <summary>A curve as a picture (SVG): legible on light and dark ground, every point with its figure.</summary>
internal static class CurvePicture
{
    private const int Width = 640, Height = 360, Left = 70, Right = 130, Top = 20, Bottom = 50;

    private static readonly string[] Colours = ["#4477aa", "#228833", "#cc6677", "#aa7722", "#882288"];

    public static string Of(Curve curve)
    {
        var all = curve.Of.SelectMany(line => line.Points).ToList();
        var (most, least) = (all.Max(point => point.Microseconds), curve.Logarithmic ? all.Min(point => point.Microseconds) : 0);
        var places = curve.Of[0].Points.Select(point => point.At).ToList();
        var (bottom, top) = curve.Logarithmic ? (Math.Floor(Math.Log10(least)), Math.Ceiling(Math.Log10(most))) : (0, most * 1.1);
        double X(int at) => Left + ((Width - Left - Right) * (curve.Logarithmic ? Share(Math.Log10(at), Math.Log10(places[0]), Math.Log10(places[^1])) : Share(places.IndexOf(at), 0, places.Count - 1)));
        double Y(double time) => Height - Bottom - ((Height - Top - Bottom) * Share(curve.Logarithmic ? Math.Log10(time) : time, bottom, top));
        var svg = new StringBuilder();
        void Add(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#777\">");
        Add($"<title>Time of a search by {curve.Along}</title>");
        foreach (var time in Marks(bottom, top, curve.Logarithmic))
        {
            Add($"<path d=\"M{Left} {Y(time):0.#}H{Width - Right}\" stroke=\"#999\" stroke-opacity=\".4\"/>");
            Add($"<text x=\"{Left - 6}\" y=\"{Y(time) + 4:0.#}\" text-anchor=\"end\">{Told(time)}</text>");
        }
        foreach (var at in places) Add($"<text x=\"{X(at):0.#}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{at:#,0}</text>");
        Add($"<text x=\"{(Width - Right + Left) / 2}\" y=\"{Height - 8}\" text-anchor=\"middle\">{curve.Along}</text>");
        var below = double.MaxValue; // Names of lines that end close are moved apart, the highest first.
        foreach (var (line, number) in curve.Of.Select((line, number) => (line, number)).OrderBy(pair => pair.line.Points[^1].Microseconds))
        {
            var colour = Colours[number % Colours.Length];
            Add($"<path d=\"{string.Join(' ', line.Points.Select((point, at) => string.Create(CultureInfo.InvariantCulture, $"{(at == 0 ? 'M' : 'L')}{X(point.At):0.#} {Y(point.Microseconds):0.#}")))}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>");
            foreach (var point in line.Points) Add($"<circle cx=\"{X(point.At):0.#}\" cy=\"{Y(point.Microseconds):0.#}\" r=\"3\" fill=\"{colour}\"><title>{Told(point.Microseconds)}</title></circle>");
            below = Math.Min(Y(line.Points[^1].Microseconds) + 4, below - 14);
            Add($"<text x=\"{Width - Right + 8}\" y=\"{below:0.#}\" fill=\"{colour}\">{line.Of:#,0} {curve.Lines}</text>");
        }
        return svg.Append("</svg>\n").ToString();
    }

    private static double Share(double value, double from, double to) => to > from ? (value - from) / (to - from) : 0.5;

    private static IEnumerable<double> Marks(double bottom, double top, bool logarithmic)
    {
        if (logarithmic) return Enumerable.Range((int)bottom, (int)(top - bottom) + 1).Select(power => Math.Pow(10, power));
        var step = Math.Pow(10, Math.Floor(Math.Log10(top)));
        if (top / step < 4) step /= 4;
        return Enumerable.Range(0, (int)(top / step) + 1).Select(number => number * step);
    }

    private static string Told(double microseconds) => microseconds == 0 ? "0"
        : microseconds < 1_000 ? string.Create(CultureInfo.InvariantCulture, $"{microseconds:0} µs") : string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1_000:0.##} ms");
}
