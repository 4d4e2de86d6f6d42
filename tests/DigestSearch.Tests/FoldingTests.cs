using CsCheck;
using DigestSearch.Reviews;

namespace DigestSearch.Tests;

public class FoldingTests
{
    [Theory]
    [InlineData("Side-Tuning: A «Way»", "side tuning a way")]
    [InlineData("Ёлка, е\u0308лка и ёж", "елка елка и еж")]
    [InlineData("йод и\u0306од", "йод йод")]
    [InlineData("Zoë Müller-Łuk", "zoe muller luk")]
    [InlineData("сло\u0301во", "слово")]
    [InlineData("C++ & C#", "c++ c#")]
    [InlineData("", "")]
    public void FoldingKeepsLettersAndDigits(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Theory]
    [InlineData("a\uD800b")]
    [InlineData("\uDC00")]
    [InlineData("a\uFFFEb")]
    [InlineData("a\uFFFFb\uFDD0")]
    [InlineData("a\uD83F\uDFFEb")]
    public void WhatIsNoCharacterFoldsToAGap(string text) => Assert.DoesNotContain(Folding.Fold(text), c => !char.IsAsciiLetter(c) && c != ' ');

    [Fact]
    public void AnyTextFolds() =>
        Gen.String[Gen.Char, 0, 30].Sample(text => Folding.Fold(Folding.Fold(text)) is not null);
}
