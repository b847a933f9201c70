import Testing

@testable import Pages

/// If these broke, a heading would say of all what was decided of some, or each card what the heading says.
@Suite("What decisions of honors say alike")
struct HonorAwardTests {
  private func award(_ by: String, _ on: String = "2025-12-20", note: String) -> HonorsPage.Award {
    var award = HonorsPage.Award.specimen
    (award.signedBy, award.on, award.note) = (by, on, note)
    return award
  }

  @Test("what all say alike is said once above them, and by none of them") func alike() {
    let (awards, basis) = HonorsPage.Award.told([award("公司党委", note: "优秀党员PK"), award("公司党委", note: "优秀党员PK")])
    #expect(basis == ["公司党委", "2025-12-20", "优秀党员PK"])
    #expect(awards.allSatisfy { !$0.isApart && !$0.hasNote })
  }

  @Test("what differs each says itself") func different() {
    let days = HonorsPage.Award.told([award("公司党委", note: "PK"), award("公司党委", "2025-12-27", note: "PK")])
    #expect(days.basis == ["PK"])
    #expect(days.awards.allSatisfy { $0.isApart && !$0.hasNote })
    let notes = HonorsPage.Award.told([award("公司党委", note: "票数第一"), award("公司党委", note: "票数第二")])
    #expect(notes.basis == ["公司党委", "2025-12-20"])
    #expect(notes.awards.map(\.note) == ["票数第一", "票数第二"])
    let silent = HonorsPage.Award.told([award("公司党委", note: ""), award("公司党委", note: "")])
    #expect(silent.basis == ["公司党委", "2025-12-20"])
    #expect(HonorsPage.Award.told([award("公司党委", note: "PK")]).basis == [], "one says it itself")
  }
}
