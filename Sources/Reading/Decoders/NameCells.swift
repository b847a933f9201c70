import Diagnostics
import Parsing
import Scoring
import Texts

extension TableRows {
  /// Reports a name with a character nobody sees, or with what a wrong encoding left of one.
  func checkName(_ column: ColumnNumber) {
    guard mayBeGarbled(column) else { return checkSeen(column) }
    let text = text(column)
    let isLost = text.unicodeScalars.contains { $0 == "?" || $0 == "？" || $0.value == 0xFFFD }
    if isLost || text.utf8.firstStretch(of: "锟斤拷".utf8) != nil {
      findings.report(.garbledName(text.shortened, at: place(of: column)))
    } else {
      checkSeen(column)
    }
  }
}

extension Names {
  /// Reports names by which an entity can't be told from another, each at its place.
  ///
  /// Other names (又名) are written down for nothing but to be found by; of the names themselves only those of branches and
  /// units have to differ, since pages show nothing else of them.
  /// - Parameter names: of all entities, in any order.
  func reportShared(
    _ names: [(of: Ref<Entity>, name: Located<String>)], _ kind: ReferenceKind, _ findings: MistakeCollector
  ) {
    var listed: [String: [(of: Ref<Entity>, place: Place)]] = [:]
    for (owner, name) in names { listed[name.value.foldedName, default: []].append((owner, name.place)) }
    for (owner, name) in names {
      let twins = listed[name.value.foldedName] ?? []
      let others = bearers(of: name.value).filter { $0 != owner }
      // Two that are both written here are one mistake, told where the later stands.
      let other = others.first { other in
        twins.allSatisfy { $0.of != other } || twins.contains { $0.of == other && $0.place < name.place }
      }
      guard let other else { continue }
      let first = twins.first { $0.of == other }?.place ?? places[Int(other.index)]
      findings.report(
        .duplicateName(name.value.shortened, kind, described(other), first: findings.citation(first), at: name.place))
    }
  }
}

extension Diagnostic {
  private static func named(_ kind: ReferenceKind) -> Bilingual {
    kind == .branch || kind == .unit
      ? Bilingual(
        zh: "页面上只见名字；给两个\(kind.noun.zh)不同的名称和简称",
        en: "Pages show nothing but names; tell the two \(kind == .unit ? "units" : "branches") apart by theirs")
      : Bilingual(
        zh: "又名只为查找而写：换一个只属于它的，或删去",
        en: "Other names are there to be found by: choose one that is its alone, or remove it")
  }

  fileprivate static func duplicateName(
    _ name: String, _ kind: ReferenceKind, _ other: Bilingual, first: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .duplicateName, at: place,
      message: Bilingual(
        zh: "“\(name)”已是另一个\(kind.noun.zh)的名字：\(other.zh)，\(first)",
        en: "“\(name)” is another \(kind.noun.en)'s name already: \(other.en), \(first)"),
      remedy: named(kind))
  }

  static func garbledName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .garbledName, at: place,
      message: Bilingual(
        zh: "“\(name)”里有转码时留下的乱码或问号", en: "“\(name)” has what a wrong encoding leaves behind"),
      remedy: Bilingual(
        zh: "重新打一遍这个名字；表格另存为“CSV UTF-8”就不会丢字", en: "Type the name anew; “CSV UTF-8” loses no character"))
  }
}
