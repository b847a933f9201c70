import Testing
import Texts

@testable import Scoring

@Suite("What an award keeps in bits")
struct AwardBitsTests {
  private let reasons: [Award.Reason] = [
    .record(0), .record(.max), .branchRecord(7), .start(3), .survey(1), .welfareBase(9), .welfareBeyond(4, minutes: 90),
    .welfareBeyond(4, minutes: -90), .projectShare(2, task: 5, share: 30), .projectShare(2, task: 5, share: -1),
    .projectShare(.max, task: .max, share: .max), .activity(6, claim: 2), .rating(8),
  ]
  private let caps: [Award.Cap] =
    CapSpan.allCases.flatMap { [.item($0), .group(3, $0), .group(.max, $0)] }
    + [.none, .floor, .total, .totalFloor, .once(12), .once(.max), .recounted]
  private let bases: [Award.Basis] = [.none, .reached(.max), .reached(-250), .again(2), .again(.max), .recounted]
  private let headings: [Award.Heading] = [
    .member(Ref(0)), .member(Ref(1 << 24 - 1)), .branch(Ref(5)), .activity,
  ]

  private func award(
    _ heading: Award.Heading = .member(Ref(1)), kind: Item.Kind = .base, pathway: Ref<Pathway>? = nil,
    cap: Award.Cap = .none, isDeduction: Bool = false, reason: Award.Reason = .record(1), basis: Award.Basis = .none
  ) -> Award {
    Award(
      day: "2025-03-01", holder: 4, heading: heading, kind: kind, pathway: pathway, points: Points(hundredths: -150),
      capped: Points(hundredths: 25), cap: cap, isDeduction: isDeduction, reason: reason, basis: basis,
      rule: Place(file: 1, line: 2, column: 3), record: Place(file: 4, line: 5, column: 6))
  }

  @Test("every reason comes out as it went in, with its figures") func reason() {
    for reason in reasons { #expect("\(award(reason: reason).reason)" == "\(reason)") }
  }

  @Test("every bound and every basis does, with whatever stands beside them") func bounds() {
    for cap in caps {
      for basis in bases {
        let award = award(cap: cap, reason: .branchRecord(.max), basis: basis)
        #expect(award.cap == cap)
        #expect(award.basis == basis)
        #expect("\(award.reason)" == "\(Award.Reason.branchRecord(.max))")
      }
    }
  }

  @Test("so does what it stands under, and where it goes") func heads() {
    for heading in headings {
      for pathway in [nil, Ref<Pathway>(0), Ref(1 << 20 - 1)] {
        for (kind, isDeduction) in [(Item.Kind.base, true), (.base, false), (.optional, true), (.optional, false)] {
          let award = award(heading, kind: kind, pathway: pathway, cap: .group(1, .week), isDeduction: isDeduction)
          #expect(award.heading == heading)
          #expect(award.pathway == pathway)
          #expect(award.kind == kind)
          #expect(award.isDeduction == isDeduction)
          #expect(award.cap == .group(1, .week))
        }
      }
    }
  }

  @Test("a record says what it was made of, and takes from another its level or its role") func records() throws {
    let last = try #require(Day(year: 2199, month: 12, day: 31))
    let first = try #require(Day(year: 1900, month: 1, day: 1))
    for level: Int32 in [0, 1, 1 << 14 - 1] {
      for role in [nil, 0, 1, 1 << 10 - 2] {
        for entered in [nil, first, last] {
          for column: Int32 in [1, 16_384, 1 << 15 - 1] {
            var bits = RecordBits(level: level, role: role, entered: entered, column: column)
            #expect((bits.level, bits.role, bits.entered, bits.column) == (level, role, entered, column))
            bits.take(levelOf: RecordBits(level: 5, role: 7, entered: nil, column: 9))
            #expect((bits.level, bits.role, bits.entered, bits.column) == (5, role, entered, column))
            bits.take(roleOf: RecordBits(level: 8, role: nil, entered: nil, column: 9))
            #expect((bits.level, bits.role, bits.entered, bits.column) == (5, nil, entered, column))
          }
        }
      }
    }
  }

  @Test("it takes 72 bytes, and a record 56") func size() {
    #expect(MemoryLayout<Award>.stride == 72)
    #expect(MemoryLayout<Record>.stride == 56)
  }
}
