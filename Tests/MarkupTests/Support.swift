import Diagnostics
import Texts

@testable import Markup

func read(_ text: String, firstLine: Int32 = 1) -> (document: MarkupDocument?, diagnostics: [Diagnostic]) {
  parseMarkup(Array(text.utf8)[...], file: 0, firstLine: firstLine)
}

/// The published HTML, links and pictures left where they point.
func html(_ text: String) -> String {
  read(text).document?.html { url, _ in MarkupTarget(url: url) } ?? "(no document)"
}

/// Each mistake as `code line:column`.
func mistakes(_ text: String) -> [String] {
  read(text).diagnostics.map { "\($0.code.rawValue) \($0.place?.line ?? 0):\($0.place?.column ?? 0)" }
}
