import Texts

/// What plays a file beside a text.
enum Player: String { case video, audio }

/// A paragraph of nothing but a link to a film or a sound of the project: a player, and below it the link. Whoever has no
/// player, or reads on paper, has the link; nothing is fetched before somebody plays it.
extension MarkupRenderer {
  /// The player that a paragraph becomes, and the link in it.
  func player(_ index: Int) -> (kind: Player, link: Node)? {
    let steps = nodes.steps
    guard dialect == .published, index + 1 < steps.count, steps[index + 1].kind == .link,
      let end = steps[(index + 2)...].firstIndex(where: { $0.kind == .link || $0.kind == .paragraph }),
      steps[end].kind == .link, end + 1 < steps.count, steps[end + 1].kind == .paragraph
    else { return nil }
    let destination = nodes.string(steps[index + 1].text)
    let path = destination.lowercased()
    guard URLSafety(of: destination, kind: .link) == .safe, !path.holds(":"), !path.begins(with: "/") else {
      return nil
    }
    let kind: Player? = path.ends(with: ".mp4") ? .video : path.ends(with: ".mp3") ? .audio : nil
    return kind.map { ($0, steps[index + 1]) }
  }

  mutating func open(_ kind: Player, _ link: Node) {
    write("<figure class=\"player\"><\(kind.rawValue) controls preload=\"none\" src=\"")
    gaps.append(MarkupDocument.Gap(offset: html.count, filling: .url(nodes.string(link.text), .link)))
    write("></\(kind.rawValue)><figcaption>")
  }

  mutating func closePlayer() { write("</figcaption></figure>\n") }
}
