import Diagnostics
import Scoring
import Texts

/// Days that can't both be true: what rests on something stands before it.
extension Diagnostic {
  private static func datesOutOfOrder(_ message: Bilingual, at place: Place) -> Diagnostic {
    Diagnostic(
      .datesOutOfOrder, at: place, message: message,
      remedy: Bilingual(zh: "核对这两个日期，改正写错的一个", en: "Check the two days, and correct the wrong one"))
  }

  static func claimAfterEvent(_ on: Day, held: Day, at place: Place) -> Diagnostic {
    datesOutOfOrder(
      Bilingual(
        zh: "认领日期 \(on) 晚于活动举办的 \(held)", en: "claimed on \(on), after the activity was held on \(held)"),
      at: place)
  }

  static func enteredBefore(_ entered: Day, _ day: Day, at place: Place) -> Diagnostic {
    datesOutOfOrder(
      Bilingual(
        zh: "补录日期 \(entered) 早于记录的日期 \(day)", en: "entered on \(entered), before the day it records, \(day)"),
      at: place)
  }

  static func correctedBefore(_ on: Day, _ day: Day, at place: Place) -> Diagnostic {
    datesOutOfOrder(
      Bilingual(
        zh: "更正的日期 \(on) 早于原记录的 \(day)", en: "corrected on \(on), before the day of the record, \(day)"),
      at: place)
  }

  static func storyBeforeEvent(_ on: Day, held: Day, at place: Place) -> Diagnostic {
    datesOutOfOrder(
      Bilingual(
        zh: "纪实的日期 \(on) 早于所写活动的 \(held)", en: "told on \(on), before the activity was held on \(held)"),
      at: place)
  }

  static func followUpBeforeStart(_ on: Day, start: Day, at place: Place) -> Diagnostic {
    datesOutOfOrder(
      Bilingual(
        zh: "跟进日期 \(on) 早于项目开始的 \(start)", en: "followed up on \(on), before the project began on \(start)"),
      at: place)
  }

  static func decidedBeforeAttested(_ on: Day, attested: Day, at place: Place) -> Diagnostic {
    datesOutOfOrder(
      Bilingual(
        zh: "定级日期 \(on) 早于核实标准的 \(attested)",
        en: "decided on \(on), before a criterion was attested on \(attested)"),
      at: place)
  }

  static func decidedBeforeRated(_ on: Day, rated: Day, _ branch: Branch, at place: Place) -> Diagnostic {
    datesOutOfOrder(
      Bilingual(
        zh: "决定的日期 \(on) 早于\(branch.name)年终考评的 \(rated)",
        en: "decided on \(on), before \(branch.id) was rated on \(rated)"),
      at: place)
  }

  static func finalBeforeEnd(_ on: Day, _ period: Period, at place: Place) -> Diagnostic {
    datesOutOfOrder(
      Bilingual(
        zh: "定稿日期 \(on) 早于年度结束的 \(period.last)", en: "final on \(on), before the year ends on \(period.last)"),
      at: place)
  }

  static func stayBeforeJoining(_ member: Member, _ from: Day, joined: Day, at place: Place) -> Diagnostic {
    datesOutOfOrder(
      Bilingual(
        zh: "\(member.name)自 \(from) 在支部，早于入党日期 \(joined)",
        en: "\(member.key) is in a branch from \(from), before joining the Party on \(joined)"),
      at: place)
  }

  static func probationAfterwards(_ member: Member, _ from: Day, at place: Place) -> Diagnostic {
    datesOutOfOrder(
      Bilingual(
        zh: "\(member.name)已是正式党员，\(from) 起又是预备党员",
        en: "\(member.key) is a full member already, and probationary from \(from)"),
      at: place)
  }
}
