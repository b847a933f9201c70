/// A page without the spans of typesetting: what a test of its words compares.
extension String {
  var asWritten: String {
    let names = ["g", "h", "nb", "ph", "md"].map { "<span class=\"\($0)\">" }
    guard names.contains(where: contains) else { return self }
    var text = ""
    var isOurs: [Bool] = []
    var rest = self[...]
    while let tag = rest.firstRange(of: "<span") ?? rest.firstRange(of: "</span>"),
      let next = [tag, rest.firstRange(of: "</span>") ?? tag].min(by: { $0.lowerBound < $1.lowerBound }),
      let end = rest[next.lowerBound...].firstIndex(of: ">")
    {
      text += rest[..<next.lowerBound]
      let whole = String(rest[next.lowerBound...end])
      rest = rest[rest.index(after: end)...]
      if whole == "</span>" {
        if isOurs.popLast() != true { text += whole }
      } else {
        isOurs.append(names.contains(whole))
        if isOurs.last == false { text += whole }
      }
    }
    return text + rest
  }
}
