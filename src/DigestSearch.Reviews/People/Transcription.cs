using System.Globalization;

namespace DigestSearch.Reviews.People;

/// <summary>
/// How well a Russian spelling renders a name in Latin letters, whatever language the name is of: the cheapest way to pair their letters, as
/// English, German, French, Italian, Spanish, Slavic, Chinese (Palladius) and Japanese (Polivanov) names are rendered.
/// </summary>
public static class Transcription
{
    private const float Silent = 0.8f;
    private const float LostVowel = 0.6f;
    private const float LostConsonant = 1.2f;
    private const float OtherVowel = 0.6f;
    private const float OtherConsonant = 1.5f;
    private const string Vowels = "аеиоуыэюяaeiouy";
    private const int LongestCyrillic = 4;
    private const int Longest = 40;

    // Cyrillic letters, and Latin ones that they stand for in tenths of a slip; «-» is nothing.
    private static readonly Dictionary<string, (string Latin, float Cost)[]> Pairs = Table("""
        а a0 aa1 ah1 u3 o3 e5 ar6 er6 ha4 io6 | я ya0 ia1 ja1 a3 ea2 | э e0 a2 ae1 ai3 ea4 he4 | е yo2 e0 ae1 ie2 ye1 je1 a4 ae2 ea3 oe3 ei3 ai3 ee4 i5 ay5 o4 eu3 u5 eh1 he3 ier3
        и i0 y1 ee1 ie2 ea2 e4 ii1 yi1 ey2 ei3 ih1 j4 hi4 ui5 | ы y0 i2 yi2 u4 | о o0 uo1 aw2 au2 eau1 eaux1 ou3 a3 oh1 oa2 ow3 augh3 u4 oo3 oe3 ho4 aux2 ault2 ot3 os5 ow4
        у u0 oo1 ou1 w1 wh1 o4 oe2 ew3 uh1 ue2 hu4 ü0 | ю u1 ew1 yu0 iu1 ju1 ew1 ue1 you1 yoo1 eu2 iou2 ui3 eo5 oo4 hu3 | уо wa1 wo1 | хью hugh0 hew0 | ер er0 ur1 ir2 ear1 | си shi0 si0 ci1 | ся sha0 | сю shu0 | сё sho0 | ти chi1 ti0 | тя cha1 | тё cho1 | тю chu2 | цу tsu0 | дзи ji0 | дзё jo0 | дзю ju0 | пак park1
        ай i1 y2 ai0 ay0 ei1 ie3 ye2 igh1 ij1 ey3 ei1 uy3 | яй iai1 yai0 | эй a3 ay0 ai0 ei1 ey1 ea3 eigh1 ah4 | ей ei0 ey0 ay1 ai1 eu2 a4 ea3 eigh2 ij3 | ой oi0 oy0 eu1 oj1 oe3 oye1 | ий y0 iy0 i1 ij0 ii0 yi0 iyi1 iy0 ski9 | ый y1 yi1 iy1 yy0 | уй uy0 ui0 oui1
        юй u0 yu0 iu2 ui2 | ау ow1 ou1 au0 aw2 ao2 | оу ow0 o2 ou1 oe2 owe2 ough2 oa2 oo3 | яо iao0 yao0 | ао ao0 au2 | ья ia0 ya1 ja1 lla3 | ье ie0 ye1 je1 iet2 ier1 llet3 e2 ieu5 ze5 | ьо io1 yo1 jo1 illo4 | ьё io1 | ьи yi2 i2 ii1 | ью ew0 u2 ugh2 ue1 eu2 iu1 yu1 | иу iu0 | юэ ue0 yue0 | юн iong1 yong0 ung2 un1 | ун ong1 un0 ung1 | ян iang1 yang0 yan0 ian0 | ян ean4
        б b0 bb0 v4 | в v0 w0 wh2 ff3 f4 u3 b4 vv0 | г g0 gg0 gh1 h3 gu2 gue2 k5 | д d0 dd0 dh1 th5 t5 dt3 | ж zh0 j1 g2 r2 z4 s4 rz1 ge2 gi2 sh5 ž0 | з z0 s2 zz2 se3 ze2 es3 x4 ts4 c4 th4
        к k0 c0 ck0 kk0 q1 cc1 ch2 qu1 que1 cq1 cqu1 kh2 g5 x5 ke2 | кс x0 ks0 cks0 cs0 chs1 kes3 xe2 | кв qu0 kw0 qv0 | кх kh0 k3 ch4 | х h0 kh0 ch1 j2 x2 hh0 gh4 g4 | хв hw0 w3 | хь h2 | ц c1 z1 ts0 tz0 cz3 zz2 q2 tts1 tse1 ch5 tsz1
        л l0 ll0 le3 lh2 lle3 el6 | ль l0 ll0 gl2 gli2 le2 lle1 lh0 lj0 | м m0 mm0 me2 mb3 | мм m2 mm0 | н n0 nn0 ng1 gn3 kn1 ne2 nh2 nne2 hn3 | нь n0 gn0 nh1 ny0 ni1 nj0 ñ0 nn3 | нг ng0 | нн n2 nn0
        п p0 pp0 b5 pe3 | р r0 rr0 rh1 wr1 re1 er4 l6 hr4 | с s0 ss0 c1 sz0 z2 x1 th3 sh3 sc2 ce1 se1 hs2 ts5 sse1 ç0 sch4 cz5 sth5 | сс ss0 s2 | т t0 tt0 th0 d4 dt2 te1 tte1 ch2 ght1 ct4 the1 | тт tt0 t2 th3 | тс ts0 z2
        ф f0 ff0 ph0 v2 th5 pf2 gh3 fe2 hu4 | ч ch0 tch0 c2 cz0 tsch0 cs1 tj3 zh4 q4 j2 ci2 tzsch2 che1 ts4 | чж zh0 j3 ch4 z4 | цз j0 z0 tz1 ts3 c3 | дж j0 g1 dj0 dg1 dge1 dzh0 zh3 gi1 gg3 dsch1 y4 | дз z1 dz0 j1 zz2 ds2
        ш sh0 sch0 ch1 s2 sz0 ssh1 x3 si4 sy4 š0 | щ shch0 sch1 sh3 | сч sch1 sc1 | шт st1 cht2 | шп sp1 | шн shn0 sn3 | ск sk0 sc0 sch1 sk0 | цк tsk0 ck2 | зе se1 | де d3 th4
        ан an0 ent2 ant2 and2 en2 | он on0 ont2 ond2 eong1 ung3 | ен en0 ain2 | уа ua0 oi1 ois1 oit2 oix2 oua1 wa1 | ье ier1 | чч cc0 cch4 tch1 | льи gli0 | джо ggio0 gio0 | дж ggi1 | янг young0 | ын ng0 | дь gy0 | чхве choi0 choe0 | оу aw2 | о al2 | мак mc0 mac0 | е oh2 oeh0
        ь -0 j1 i3 y3 | ъ -0 | й y0 j0 i1 -5 ll3 yy0 ij1
        """);

    private static readonly Dictionary<char, float> SilentLatin = new()
    {
        ['e'] = 0.2f, ['h'] = 0.2f, ['t'] = 0.4f, ['s'] = 0.4f, ['d'] = 0.4f, ['x'] = 0.4f, ['w'] = 0.3f, ['r'] = 0.5f, ['g'] = 0.5f, ['p'] = 0.5f, ['c'] = 0.5f, ['u'] = 0.4f, ['i'] = 0.4f, ['y'] = 0.3f, ['a'] = 0.5f, ['o'] = 0.5f, ['j'] = 0.4f,
    };

    /// <summary>Slips between the two, 0 for the usual spelling; both folded and of one alphabet each.</summary>
    public static float Cost(string cyrillic, string latin)
    {
        if (cyrillic.Length > Longest || latin.Length > Longest) return float.PositiveInfinity;
        var (rows, columns) = (cyrillic.Length + 1, latin.Length + 1);
        var costs = new float[rows * columns];
        Array.Fill(costs, float.PositiveInfinity);
        costs[0] = 0;
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                var cost = costs[(row * columns) + column];
                if (column < latin.Length) Lower(row, column + 1, cost + (IsHiss(latin, column) ? Silent : SilentLatin.GetValueOrDefault(latin[column], Silent)));
                if (row == cyrillic.Length) continue;
                Lower(row + 1, column, cost + (IsVowel(cyrillic[row]) ? LostVowel : LostConsonant));
                if (column < latin.Length) Lower(row + 1, column + 1, cost + (IsVowel(cyrillic[row]) && IsVowel(latin[column]) ? OtherVowel : OtherConsonant));
                for (var length = Math.Min(LongestCyrillic, cyrillic.Length - row); length > 0; length--)
                    foreach (var (written, pair) in Pairs.GetValueOrDefault(cyrillic.Substring(row, length), []))
                        if (string.CompareOrdinal(latin, column, written, 0, written.Length) == 0) Lower(row + length, column + written.Length, cost + pair);
            }
        return costs[^1];

        void Lower(int row, int column, float cost) => costs[(row * columns) + column] = Math.Min(costs[(row * columns) + column], cost);
    }

    // In sh, ch and zh the h is heard.
    private static bool IsHiss(string latin, int at) => latin[at] is 'h' && at > 0 && latin[at - 1] is 's' or 'c' or 'z';

    private static bool IsVowel(char letter) => Vowels.Contains(letter, StringComparison.Ordinal);

    private static Dictionary<string, (string, float)[]> Table(string text) => text.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).GroupBy(row => row[0])
        .ToDictionary(rows => rows.Key, rows => rows.SelectMany(row => row[1..]).Select(pair => (pair[..^1].Replace("-", "", StringComparison.Ordinal), int.Parse(pair[^1..], CultureInfo.InvariantCulture) / 10f)).ToArray(), StringComparer.Ordinal);
}
