using System.Text;

namespace DigestSearch.Reviews.Reading;

/// <summary>Which single-byte encoding a text is in: by how its words mix with ASCII, by the frequency of Russian letters and by their case.</summary>
/// <param name="Encoding">The likeliest.</param>
/// <param name="IsDoubtful">Whether another one is nearly as likely, or there is too little to tell.</param>
internal sealed record EncodingGuess(Encoding Encoding, bool IsDoubtful)
{
    private const int Sample = 64 * 1024;
    private const int EnoughMargin = 6;
    private const int Latin = 1252;

    // The same letters in windows-1251 and KOI8-R differ in case, and so do most Russian words written in the wrong one.
    private static readonly int[] Cyrillic = [1251, 20866, 866];

    // Occurrences of а to я among ten thousand letters of Russian text.
    private static readonly int[] Frequencies =
        [801, 159, 454, 170, 298, 845, 94, 165, 735, 121, 349, 440, 321, 670, 1097, 281, 473, 547, 626, 262, 26, 97, 48, 144, 73, 36, 4, 190, 174, 32, 64, 201];

    private static readonly double[] Weights = [.. Frequencies.Select(frequency => Math.Log2(frequency * 32 / 10_000.0))];

    /// <summary>Whether it is the encoding of Western languages.</summary>
    public bool IsLatin => Encoding.CodePage is Latin;

    /// <summary>The guess; null where the bytes are text in none of the encodings.</summary>
    public static EncodingGuess? Of(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes.Length > Sample ? bytes[..Sample] : bytes;
        var (alone, mixed) = Words(sample);
        return alone > mixed ? OfCyrillic(sample) : OfLatin(sample);
    }

    private static EncodingGuess? OfCyrillic(ReadOnlySpan<byte> sample)
    {
        var scores = new List<(Encoding Encoding, double Score, int Count)>();
        foreach (var page in Cyrillic)
        {
            var encoding = DeclaredEncoding.OfPage(page);
            var (score, count) = Score(encoding.GetString(sample));
            scores.Add((encoding, score, count));
        }
        scores.Sort((first, second) => second.Score.CompareTo(first.Score));
        var (best, total, letters) = scores[0];
        if (letters == 0 || total / letters < -1) return null;
        return new EncodingGuess(best, total - scores[1].Score < EnoughMargin || total / letters < -0.4);
    }

    private static EncodingGuess? OfLatin(ReadOnlySpan<byte> sample)
    {
        var encoding = DeclaredEncoding.OfPage(Latin);
        var (letters, signs, strange) = (0, 0, 0);
        var before = ' ';
        foreach (var character in encoding.GetString(sample))
        {
            if (character >= '\u0080')
            {
                if (char.IsLetter(character) && !(char.IsUpper(character) && char.IsLower(before))) letters++;
                else if (IsSign(character)) signs++;
                else strange++;
            }
            before = character;
        }
        if (strange * 4 > letters + signs) return null;
        return new EncodingGuess(encoding, strange > 0 || letters < 3 && signs == 0);
    }

    /// <summary>How many bytes above 127 stand in words of their own, and how many beside ASCII letters.</summary>
    private static (int Alone, int Mixed) Words(ReadOnlySpan<byte> sample)
    {
        var (alone, mixed) = (0, 0);
        for (var i = 0; i < sample.Length;)
        {
            var (start, high) = (i, 0);
            while (i < sample.Length && (sample[i] >= 0x80 || char.IsAsciiLetter((char)sample[i])))
                if (sample[i++] >= 0x80) high++;
            if (high < i - start) mixed += high;
            else if (high > 1 || high == 1 && !IsSharedSign(sample[start])) alone += high;
            if (i == start) i++;
        }
        return (alone, mixed);
    }

    // Quotation marks, dashes and the like have the same bytes in all of the windows encodings.
    private static bool IsSharedSign(byte value) => value is 0x82 or (>= 0x84 and <= 0x87) or 0x89 or 0x8B or (>= 0x91 and <= 0x97) or 0x99 or 0x9B or 0xA0 or 0xA6 or 0xA7 or 0xA9 or 0xAB or 0xAE or 0xB0 or 0xB1 or 0xB7 or 0xBB;

    private static (double Score, int Count) Score(string text)
    {
        var (score, count) = (0.0, 0);
        var before = ' ';
        foreach (var character in text)
        {
            if (character >= '\u0080')
            {
                var weight = Weight(character, before);
                score += weight;
                if (weight != 0) count++;
            }
            before = character;
        }
        return (score, count);
    }

    private static double Weight(char character, char before)
    {
        if (character is >= 'а' and <= 'я') return Weights[character - 'а'];
        if (character is >= 'А' and <= 'Я') return Weights[character - 'А'] - (char.IsLower(before) ? 6 : char.IsUpper(before) ? 0.2 : 0.3);
        if (character is 'ё' or 'Ё') return char.IsLower(before) && character is 'Ё' ? -6 : -2;
        if (char.IsLetter(character)) return character is 'і' or 'ї' or 'є' or 'І' or 'Ї' or 'Є' ? -1.5 : -5;
        // Signs stand between words, not inside them; boxes are drawn nowhere.
        if (IsSign(character)) return char.IsLetter(before) && character is not ('»' or '”' or '“' or '’' or '…' or '\u00a0' or '—' or '–') ? -2 : 0;
        return char.IsControl(character) ? -8 : -4;
    }

    private static bool IsSign(char character) => character is '«' or '»' or '—' or '–' or '…' or '“' or '”' or '„' or '‘' or '’' or '‚' or '‹' or '›'
        or '№' or '•' or '©' or '®' or '™' or '°' or '±' or '§' or '·' or '\u00a0' or '†' or '€' or '¶' or '×';
}
