import Diagnostics
import Testing
import Texts

@testable import Workspace

@Suite("The language of messages")
struct SpeechTests {
  private let chineseSite = SourceTree(files: [SourceFile(path: "content/site.yaml", text: "title: x\nlanguage: zh\n")])

  @Test("LC_ALL, then LC_MESSAGES, then LANG decides")
  func order() {
    #expect(spokenLanguage(environment: ["LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"]) == .chinese)
    #expect(spokenLanguage(environment: ["LC_MESSAGES": "en_GB", "LANG": "zh_CN"]) == .english)
    #expect(spokenLanguage(environment: ["LC_ALL": "", "LANG": "zh_TW"]) == .chinese)
  }

  @Test(
    "without a locale the site's language decides, without a site English", arguments: ["C", "POSIX", "C.UTF-8", ""])
  func site(locale: String) {
    #expect(spokenLanguage(environment: ["LANG": locale], tree: chineseSite) == .chinese)
    #expect(spokenLanguage(environment: ["LANG": locale]) == .english)
  }

  @Test(
    "the site's language is found however YAML may write a line of it, and nowhere else",
    arguments: [
      ("language: en\n", .english), ("title: x\r\nlanguage: en\r\n", .english), ("\"language\" : 'zh'\n", .chinese),
      ("# language: en\n", nil), ("title: x\nother:\n  language: en\n", nil),
    ] as [(String, Language?)])
  func site(text: String, expected: Language?) {
    #expect(siteLanguage(SourceTree(files: [SourceFile(path: "content/site.yaml", text: text)])) == expected)
  }

  @Test("another locale speaks English, whatever the site")
  func other() {
    #expect(spokenLanguage(environment: ["LANG": "de_DE.UTF-8"], tree: chineseSite) == .english)
  }
}
