import Diagnostics
import Scoring
import Texts

extension Diagnostic {
  static func otherBranch(_ member: Member, _ branch: Branch, on day: Day, at place: Place) -> Diagnostic {
    Diagnostic(
      .otherBranch, at: place,
      message: Bilingual(
        zh: "\(member.name)在 \(day) 不在\(branch.name)", en: "\(member.key) isn't in \(branch.id) on \(day)"),
      remedy: Bilingual(
        zh: "改正支部，或在 content/memberships/ 里登记调动；是支部的记录就不写党员",
        en: "Correct the branch, or enter the move in content/memberships/; a branch's own record names no member"))
  }

  static func namedTwice(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .duplicateID, at: place,
      message: Bilingual(
        zh: "“\(name)”在这里已经有了，是同一个人", en: "“\(name)” stands here already: it is the same person"),
      remedy: Bilingual(zh: "删去一个；是同名的另一人，写编号", en: "Remove one of the two; somebody else of the name is written by id")
    )
  }

  static func otherCount(_ count: Int, stated: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .peopleCount, at: place,
      message: Bilingual(
        zh: "写的是 \(stated) 人，按名单和名册是 \(count) 人", en: "\(stated) are stated, and by names and roster they are \(count)"),
      remedy: Bilingual(
        zh: "核对人数、请假的人和日期；支部里有谁，看 memberships",
        en: "Check the number, who was absent, and the day; memberships say who was in the branch"))
  }

  static func wholeOfWhich(at place: Place) -> Diagnostic {
    Diagnostic(
      .wholeBranch, at: place,
      message: Bilingual(zh: "“全体党员”没有说是哪个支部的", en: "“everybody” doesn't say of which branch"),
      remedy: Bilingual(
        zh: "写成 全体党员:第一党支部 或 全体:b01；或一个支部一个文件，文件名写支部编号",
        en: "Write everybody:b01, or keep a file for each branch, named by the branch's id"))
  }

  static func tooManyEntries(at place: Place) -> Diagnostic {
    Diagnostic(
      .wholeBranch, at: place,
      message: Bilingual(
        zh: "这张表里几个人一行的，到这里已经超过 \(SharedRows.most) 人次，后面的没有读",
        en: "rows of several people come to more than \(SharedRows.most) entries here; what follows isn't read"),
      remedy: Bilingual(
        zh: "核对“全体党员”：是不是整列填满了；真有这么多，就分成几个文件",
        en:
          "See whether “everybody” fills the column by mistake; if there are as many, part the table into several files"
      ))
  }

  static func nobodyThere(_ whole: String, _ id: String, on day: Day, at place: Place) -> Diagnostic {
    Diagnostic(
      .wholeBranch, at: place,
      message: Bilingual(
        zh: "\(day) 这一天\(whole)（\(id)）一名党员也没有", en: "\(id) has no member on \(day)"),
      remedy: Bilingual(
        zh: "核对日期和支部，或在 memberships 中补上", en: "Check the day and the branch, or add the stays to memberships"))
  }

  static func notOfWhole(_ member: Member, _ whole: String, _ id: String, on day: Day, at place: Place) -> Diagnostic {
    Diagnostic(
      .wholeBranch, at: place,
      message: Bilingual(
        zh: "\(member.name)（\(member.key)）\(day) 不在\(whole)，无须除外",
        en: "\(member.key) isn't in \(id) on \(day), and needn't be excepted"),
      remedy: Bilingual(
        zh: "核对名字、日期和支部；是同名的另一人，写编号",
        en: "Check the name, the day and the branch; somebody else of the name is written by id"))
  }
}
