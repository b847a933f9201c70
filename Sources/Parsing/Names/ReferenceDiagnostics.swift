import Diagnostics
import Texts

extension Diagnostic {
  static func unknownReference(
    _ kind: ReferenceKind, _ name: String, year: Int?, at place: Place, more: Int, suggestion: Bilingual?
  ) -> Diagnostic {
    let home = kind.home(year: year)
    return Diagnostic(
      kind.code, at: place,
      message: Bilingual(
        zh: "没有\(kind.noun.zh)“\(name)”" + writtenSo(more).zh, en: "no \(kind.noun.en) “\(name)”" + writtenSo(more).en),
      remedy: suggestion.map {
        Bilingual(zh: "是不是“\($0.zh)”？否则先写入 \(home)", en: "Did you mean “\($0.en)”? Otherwise add it to \(home)")
      } ?? Bilingual(zh: "改正名称，或先写入 \(home)", en: "Correct the name, or add it to \(home)"))
  }

  static func ambiguousReference(
    _ kind: ReferenceKind, _ name: String, at place: Place, more: Int, bearers: Bilingual?
  ) -> Diagnostic {
    Diagnostic(
      .ambiguousName, at: place,
      message: Bilingual(
        zh: "叫“\(name)”的\(kind.noun.zh)不止一个：\(bearers?.zh ?? "")" + writtenSo(more).zh,
        en: "more than one \(kind.noun.en) is called “\(name)”: \(bearers?.en ?? "")" + writtenSo(more).en),
      remedy: Bilingual(
        zh: "写编号，或写只有一个人有的名字（“又名”一列可以登记，如 王伟（大））",
        en: "Write the id, or a name that only one of them has: such names are listed in the column “also”"))
  }

  static func writtenSo(_ more: Int) -> Bilingual {
    guard more > 0 else { return Bilingual(zh: "", en: "") }
    return Bilingual(
      zh: "（另有 \(more) 处也这样写）",
      en: " (written so in \(more) more \(more == 1 ? "place" : "places"))")
  }
}
