/// How much of the pass a text is given, by where it stands in a page.
package enum Setting: UInt8, Sendable {
  /// Nothing: what no element of text holds.
  case plain
  /// Cells: only what must not be torn. Gaps there are left to the engine.
  case table
  /// Cells on paper, where no engine puts gaps.
  case cell
  /// Headlines and captions: everything, clause by clause.
  case display
  /// Running text: everything.
  case prose
}

/// What an element means to the text around it.
enum TextElement: Equatable {
  /// Text goes on through it.
  case inline
  /// Something in the line that is no text, such as a picture.
  case thing
  /// Its content is none of ours: code, drawings, controls.
  case opaque
  /// A mark at the shoulder of what stands before it.
  case raised
  case block(Setting)

  /// Of an element's name in lower case, its first eight bytes packed from the left to the right.
  init(_ name: UInt64) {
    self =
      switch name {
      // a b i q s u, em, bdi dfn del ins, abbr cite data font mark span time, label small
      case 0x61, 0x62, 0x69, 0x71, 0x73, 0x75, 0x656D, 0x62_6469, 0x64_666E, 0x64_656C, 0x69_6E73, 0x6162_6272,
        0x6369_7465, 0x6461_7461, 0x666F_6E74, 0x6D61_726B, 0x7370_616E, 0x7469_6D65, 0x6C_6162_656C, 0x73_6D61_6C6C,
        0x7374_726F_6E67:  // strong
        .inline
      case 0x6272, 0x69_6D67, 0x77_6272, 0x69_6E70_7574: .thing  // br img wbr input
      case 0x73_7570, 0x73_7562: .raised  // sup sub
      // code kbd samp var, pre, svg, math, title, style, script, select, button, option, textarea
      case 0x636F_6465, 0x6B_6264, 0x7361_6D70, 0x76_6172, 0x70_7265, 0x73_7667, 0x6D61_7468, 0x74_6974_6C65,
        0x73_7479_6C65, 0x7363_7269_7074, 0x7365_6C65_6374, 0x6275_7474_6F6E, 0x6F70_7469_6F6E, 0x7465_7874_6172_6561:
        .opaque
      // p li dd dt div, caption, blockquote
      case 0x70, 0x6C69, 0x6464, 0x6474, 0x64_6976, 0x63_6170_7469_6F6E, 0x626C_6F63_6B71_756F: .block(.prose)
      case 0x6831...0x6836, 0x6669_6763_6170_7469, 0x73_756D_6D61_7279: .block(.display)  // h1…h6 figcaption summary
      case 0x7464, 0x7468: .block(.table)  // td th
      default: .block(.plain)
      }
  }
}

/// What an element of a name, as written in a template, begins: `nil` where a text goes on.
package func setting(ofElement name: some Collection<UInt8>) -> Setting? {
  var packed: UInt64 = 0
  for byte in name.prefix(8) { packed = packed << 8 | UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
  if case .block(let setting) = TextElement(packed) { return setting }
  return nil
}
