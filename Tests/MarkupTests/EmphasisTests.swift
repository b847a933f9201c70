import Testing

@testable import Markup

/// Asterisks printed in the middle of a Chinese sentence are what readers of such sites complain of first.
@Suite struct EmphasisTests {
  @Test(arguments: [
    ("实行**“双积分制”**考核", "实行<strong>“双积分制”</strong>考核"),
    ("**红色传感。**公司党委", "<strong>红色传感。</strong>公司党委"),
    ("公司*（2025年）*的*计划。*落实", "公司<em>（2025年）</em>的<em>计划。</em>落实"),
    ("见**[办法](a.html)**第三条", "见<strong><a href=\"a.html\">办法</a></strong>第三条"),
    ("见**`key`**一栏", "见<strong><code>key</code></strong>一栏"),
    ("得**+3**分", "得<strong>+3</strong>分"),
    ("**价格（元）**与**数量（件）**之积", "<strong>价格（元）</strong>与<strong>数量（件）</strong>之积"),
    ("他说：***“好！”***然后走了", "他说：<em><strong>“好！”</strong></em>然后走了"),
  ])
  func opensAndClosesBesideHanPunctuation(source: String, expected: String) {
    #expect(html(source) == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    ("代码`实行**“双”**考核`照印", "代码<code>实行**“双”**考核</code>照印"),
    ("转义\\**“双”\\**考核", "转义*<em>“双”*</em>考核"),
    ("链接[页](/a**“b”**c.html)", "链接<a href=\"/a**%E2%80%9Cb%E2%80%9D**c.html\">页</a>"),
    ("三 ** 四 ** 五", "三 ** 四 ** 五"),
    ("下划线_“不变”_照印", "下划线_“不变”_照印"),
  ])
  func leavesCodeLinksEscapesAndUnderscoresAlone(source: String, expected: String) {
    #expect(html(source) == "<p>\(expected)</p>\n")
  }

  @Test func underscoreEmphasisInsideStrongStillSeesPunctuation() {
    #expect(html("实行**_考核_**制度") == "<p>实行<strong><em>考核</em></strong>制度</p>\n")
  }

  @Test func referenceLabelsStillMatchWhenTheyHoldMarkedRuns() {
    #expect(
      html("见[**红色。**公司]\n\n[**红色。**公司]: a.html")
        == "<p>见<a href=\"a.html\"><strong>红色。</strong>公司</a></p>\n")
  }

  @Test func aTextThatHoldsThePrivateCharactersKeepsThem() {
    let own = String(decoding: [0xEF, 0xB7, 0x90, 0xF0, 0x90, 0xA9, 0x90], as: UTF8.self)  // U+FDD0 U+10A50
    #expect(html("\(own)**红色。**公司") == "<p>\(own)<strong>红色。</strong>公司</p>\n")
  }

  @Test(arguments: [
    ("党员\n积分", "党员积分"), ("积分，\n“双积分”", "积分，“双积分”"), ("Red\nsensing", "Red\nsensing"), ("党员\nIoT", "党员\nIoT"),
    ("**党员**\n积分", "<strong>党员</strong>积分"), ("“a”\n“b”", "“a”\n“b”"), ("党员  \n积分", "党员<br />\n积分"),
  ])
  func aLineBreakBetweenHanIsNoSpace(source: String, expected: String) {
    #expect(html(source) == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    // Quotations side by side, as lists of names in Chinese have them.
    ("“甲”\n“乙”", "“甲”“乙”"), ("他说“好。”\n“再来”", "他说“好。”“再来”"), ("‘甲’\n‘乙’", "‘甲’‘乙’"),
    ("“**甲**”\n“**乙**”", "“<strong>甲</strong>”“<strong>乙</strong>”"),
    // Korean parts its words.
    ("한국어\n문장", "한국어\n문장"), ("党员\n한국", "党员\n한국"), ("한국\n党员", "한국\n党员"),
    // What is joined to a Han character doesn't hide it.
    ("葛\u{E0100}\n城", "葛\u{E0100}城"), ("城\u{FE00}\n“葛”", "城\u{FE00}“葛”"), ("字\u{338}\n字", "字\u{338}字"),
    ("“葛\u{E0100}”\u{FE00}\n“城”", "“葛\u{E0100}”\u{FE00}“城”"),
  ])
  func aLineBreakIsASpaceWhereTheScriptHasOne(source: String, expected: String) {
    #expect(html(source) == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    ("葛\u{E0100}**“双”**城", "葛\u{E0100}<strong>“双”</strong>城"),
    ("**公司。\u{FE00}**葛\u{E0100}", "<strong>公司。\u{FE00}</strong>葛\u{E0100}"),
    ("字\u{338}**（一）**字", "字\u{338}<strong>（一）</strong>字"),
  ])
  func selectorsDoNotHideTheHanBeforeThem(source: String, expected: String) {
    #expect(html(source) == "<p>\(expected)</p>\n")
  }
}
