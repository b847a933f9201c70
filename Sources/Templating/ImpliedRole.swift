/// How long ` role="…"` is where a tag begins with a role that its element has anyway, and `nil` elsewhere.
///
/// Templates state the roles of a table's parts, since some browsers forget them where a stylesheet shows the table as a
/// list; the script of tables states them again of each table that states its own. On a page of an account they are a tenth
/// of its bytes.
func impliedRole(_ rest: ArraySlice<UInt8>, of element: [UInt8]) -> Int? {
  let roles: [String] =
    switch String(decoding: element, as: UTF8.self) {
    case "thead", "tbody", "tfoot": ["rowgroup"]
    case "tr": ["row"]
    case "td": ["cell"]
    case "th": ["columnheader", "rowheader"]
    default: []
    }
  for role in roles {
    let attribute = " role=\"\(role)\""
    if rest.starts(with: attribute.utf8) { return attribute.utf8.count }
  }
  return nil
}
