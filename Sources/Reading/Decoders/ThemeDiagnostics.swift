import Diagnostics
import Texts
import Theming

extension Diagnostic {
  static func malformedColour(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .malformedColour, at: place,
      message: text.isEmpty
        ? Bilingual(
          zh: "这里没有颜色：没有引号的 # 在 YAML 里是注释", en: "no colour stands here: to YAML a # without quotes is a comment")
        : Bilingual(zh: "“\(text)”不是颜色", en: "“\(text)” is no colour"),
      remedy: Bilingual(
        zh: "写六位十六进制，带引号，如 \"#1d4ed8\"", en: "Write six hexadecimal digits in quotes, such as \"#1d4ed8\""))
  }

  static func lowContrast(_ low: LowContrast, key: String, at place: Place) -> Diagnostic {
    let ratio = "\(low.ratio / 100).\(low.ratio % 100 < 10 ? "0" : "")\(low.ratio % 100):1"
    let nearest = low.nearest.map { "\"\($0)\"" }
    return Diagnostic(
      .lowContrast, at: place,
      message: Bilingual(
        zh: "\(low.scheme.words.zh)里，\(low.words.words.zh) \(low.text) 在底色 \(low.ground) 上的对比度只有 \(ratio)，至少要 4.5:1",
        en:
          "in the \(low.scheme.words.en) scheme \(low.words.words.en) \(low.text) stand on \(low.ground) at \(ratio) only; they need 4.5:1"
      ),
      remedy: remedy(low, key: key, nearest: nearest))
  }

  private static func remedy(_ low: LowContrast, key: String, nearest: String?) -> Bilingual {
    guard let nearest else { return Bilingual(zh: "换一种 \(key)", en: "Choose another \(key)") }
    let isDerived =
      low.scheme == .dark && !key.utf8.elementsEqual((low.setting == .accent ? "accent_dark" : "paper_dark").utf8)
    return isDerived
      ? Bilingual(zh: "另写 \(key)_dark: \(nearest)", en: "Add \(key)_dark: \(nearest)")
      : Bilingual(zh: "最相近而够清楚的是 \(key): \(nearest)", en: "The nearest that can be read is \(key): \(nearest)")
  }

  static func missingThemePicture(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .missingImage, at: place,
      message: Bilingual(zh: "content/theme/ 里没有图片“\(name)”", en: "content/theme/ has no picture “\(name)”"),
      remedy: Bilingual(
        zh: "把图片放进 content/theme/，写成 theme/文件名", en: "Put the picture into content/theme/ and write theme/ and its name"
      ))
  }

  static func unusedThemePicture(_ path: String) -> Diagnostic {
    Diagnostic(
      .unusedFile, .warning, at: nil, path: path,
      message: Bilingual(
        zh: "site.yaml 的 theme 没有用到这张图片，不会发布", en: "theme of site.yaml names no such picture, so it isn't published"),
      remedy: Bilingual(
        zh: "写进 logo、logo_dark 或 favicon，或移走它", en: "Name it as logo, logo_dark or favicon, or move it away"))
  }

  static func outerStyle(_ word: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .unsafeLink, at: place,
      message: Bilingual(zh: "theme.css 里不能写“\(word)”", en: "theme.css can't say “\(word)”"),
      remedy: Bilingual(
        zh: "样式只写规则，不带别的文件；标志和图标写在 site.yaml 的 theme 里",
        en: "Write rules only, without other files; logo and icon stand under theme in site.yaml"))
  }
}

extension Scheme {
  fileprivate var words: Bilingual {
    switch self {
    case .light: Bilingual(zh: "浅色方案", en: "light")
    case .dark: Bilingual(zh: "深色方案", en: "dark")
    }
  }
}

extension LowContrast.Words {
  fileprivate var words: Bilingual {
    switch self {
    case .body: Bilingual(zh: "正文", en: "texts in")
    case .labels: Bilingual(zh: "标签文字", en: "labels in")
    case .gold: Bilingual(zh: "荣誉文字", en: "honors in")
    case .accent: Bilingual(zh: "强调色的文字", en: "texts in the accent")
    }
  }
}
