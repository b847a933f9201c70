@testable import Typesetting

/// A text as set, its spans as signs: `[does not break]`, `{a clause}`, `gap_`, `half a mark~`, `·^`, `|` where a line may end.
func set(_ html: String, _ setting: Setting = .prose) -> String {
  var shown = ""
  var open: [String] = []
  var rest = typeset(html, in: setting)[...]
  let signs = [
    "nb": ("[", "]"), "ph": ("{", "}"), "g": ("", "_"), "h": ("", "~"), "hx": ("", "≈"), "hc": ("", "'"),
    "md": ("", "^"),
  ]
  while let tag = rest.firstIndex(of: "<"), let end = rest[tag...].firstIndex(of: ">") {
    shown += rest[..<tag]
    let text = String(rest[tag...end])
    rest = rest[rest.index(after: end)...]
    if text == "<wbr>" {
      shown += "|"
    } else if text.hasPrefix("</") {
      shown += open.popLast() ?? text
    } else if let sign = signs.first(where: { text == "<span class=\($0.key)>" })?.value {
      shown += sign.0
      open.append(sign.1)
    } else {
      shown += text
      if !["<br>", "<img>"].contains(text) {
        open.append("</" + text.dropFirst().prefix { $0 != " " && $0 != ">" } + ">")
      }
    }
  }
  return shown + rest
}

/// What stands between tags.
func stripped(_ html: String) -> String {
  var text = ""
  var inTag = false
  for scalar in html.unicodeScalars {
    if scalar == "<" {
      inTag = true
    } else if scalar == ">" {
      inTag = false
    } else if !inTag {
      text.unicodeScalars.append(scalar)
    }
  }
  return text
}
