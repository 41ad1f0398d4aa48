using System.Text;
using Palabre.Rendering;

namespace Palabre.Tests.Rendering;

public sealed class PictureSizeTests
{
    [TestCase("<svg xmlns='http://www.w3.org/2000/svg' width='120' height='80.4px'>", 120, 80, TestName = "SVG by its attributes")]
    [TestCase("<?xml version='1.0'?>\n<svg viewBox='0 0 300 150'>", 300, 150, TestName = "SVG by its view box")]
    [TestCase("<svg width='100%' height='100%' viewBox=\"0,0,64,32\">", 64, 32, TestName = "SVG of its container's size, by its view box")]
    [TestCase("GIF89a\u0010\u0000\u0008\u0000", 16, 8, TestName = "GIF")]
    public void Is_read_from_text(string text, int width, int height) =>
        Assert.That(PictureSize.Of(Encoding.Latin1.GetBytes(text)), Is.EqualTo((width, height)));

    [TestCase("89504E470D0A1A0A0000000D4948445200000140000000F0", 320, 240, TestName = "PNG")]
    [TestCase("FFD8FFE000044A46FFC0001108003C0050030122", 80, 60, TestName = "JPEG, behind another segment")]
    [TestCase("52494646000000005745425056503820000000000000009D012A4001F000", 320, 240, TestName = "WebP, simple")]
    [TestCase("5249464600000000574542505650384C000000002F3F013C0000000000000000", 320, 241, TestName = "WebP, lossless")]
    [TestCase("524946460000000057454250565038580A000000000000003F0100EF0000", 320, 240, TestName = "WebP, extended")]
    public void Is_read_from_bytes(string hexadecimal, int width, int height) =>
        Assert.That(PictureSize.Of(Convert.FromHexString(hexadecimal)), Is.EqualTo((width, height)));

    [TestCase("")]
    [TestCase("<svg")]
    [TestCase("<svg width='10em' height='2em'>")]
    [TestCase("<svg width='")]
    [TestCase("GIF89a")]
    [TestCase("no picture")]
    public void What_does_not_tell_its_size_has_none(string text) => Assert.That(PictureSize.Of(Encoding.Latin1.GetBytes(text)), Is.Null);

    [Test]
    public void No_bytes_make_it_throw([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        byte[][] starts = [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF], [.. "RIFF0000WEBPVP8"u8], [.. "GIF89a"u8], [.. "<svg width="u8]];
        for (var i = 0; i < 500; i++)
        {
            var rest = new byte[random.Next(60)];
            random.NextBytes(rest);
            Assert.That(() => PictureSize.Of([.. starts[i % starts.Length], .. rest]), Throws.Nothing, $"seed {seed}");
        }
    }
}
