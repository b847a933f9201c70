import Scoring
import Testing

@testable import Sampling

/// What the sample promises to whoever opens it: a company as large and as uneven as the real thing.
@Suite struct ShowcaseTests {
  static let company = Company(.showcase)
  static let years = sampleYears.map { CompanyYear($0, of: company, plan: .showcase) }

  @Test func rosterIsAsLargeAsTheRealThing() {
    let company = Self.company
    let here = company.people.filter { $0.stay(on: reportDay) != nil }
    #expect(here.count == 412)
    #expect(company.branches.count == 16)
    #expect(company.branches.allSatisfy { (12...40).contains($0.size) })
    #expect(Set(company.people.map(\.key)).count == company.people.count, "two people share a key")
    #expect(here.count { $0.stay(on: reportDay)?.exemption == "离退休" } == 12)
    #expect(here.contains { $0.stay(on: reportDay)?.exemption == "长期患病" })
    #expect(here.count { $0.stay(on: reportDay)?.isProbationary == true } == 10)
    #expect(company.people.count { $0.stays.contains { $0.isProbationary } && $0.stays.count == 2 } == 12)
    #expect(company.people.count { Set($0.stays.map(\.branch)).count == 2 } == 8)
    #expect(company.people.contains { $0.stays.count == 2 && $0.stays[1].from == day(2025, 7, 16) })
  }

  @Test func everyNameIsReadAsItsCharactersAre() {
    let table = Dictionary(
      (NameTable.surnames + NameTable.first + NameTable.second).map { ($0.text, $0.reading) },
      uniquingKeysWith: { first, second in
        #expect(first == second, "one character with two readings")
        return first
      })
    let known = Set(Cast.people.map(\.name.key) + NameTable.minority.map(\.key))
    for person in Self.company.people where !known.contains(person.key) {
      let surname = NameTable.surnames.first { person.name.text.hasPrefix($0.text) }
      let given = person.name.text.dropFirst(surname?.text.count ?? 0).map { table[String($0)] ?? "?" }.joined()
      #expect(person.key == "\(surname?.reading ?? "?")-\(given)", "\(person.name.text)")
    }
  }

  @Test func castStandsWhereTheStoriesPutIt() {
    for known in Cast.people {
      let person = Self.company.people.first { $0.key == known.name.key }
      #expect(person?.name == known.name)
      #expect(person.map { Self.company.branches[$0.home].id } == known.branch)
    }
    #expect(Cast.people.count == 63)
  }

  @Test func secretariesAreManagers() {
    let secretaries = Self.company.offices.filter { $0.duty == "书记" }
    #expect(secretaries.count == 16)
    #expect(secretaries.allSatisfy { $0.level == "中层" || $0.level == "高管" })
    #expect(Set(Self.company.offices.map(\.duty)) == ["书记", "副书记", "委员"])
  }

  @Test(arguments: [0, 1]) func yearsAreFull(_ index: Int) {
    let year = Self.years[index]
    #expect(year.records.count >= 15_000)
    #expect(year.welfare.count >= 3_000)
    #expect(year.activities.count >= 66)
    #expect(Set(year.activities.map(\.month.text)).count == 12)
    #expect(year.projects.count == 16)
    #expect(Set(year.activities.map(\.id)).count == year.activities.count)
    #expect(year.records.contains { $0.entered != nil })
    #expect(year.records.count { !$0.corrects.isEmpty } == 2)
    #expect(year.records.contains { year.standard.items[$0.item].key == "absence" })
    let period = samplePeriod(year.year)
    #expect(year.records.allSatisfy { period.contains($0.day) })
    #expect(year.welfare.allSatisfy { period.contains($0.day) })
    for project in year.projects {
      #expect(project.tasks.flatMap(\.shares).reduce(0) { $0 + $1.share } == 100, "\(project.title)")
      #expect((3...7).contains(project.tasks.count))
      #expect((3...6).contains(project.followUps.count))
      #expect(zip(project.stages, project.stages.dropFirst()).allSatisfy { $0.on < $1.on })
    }
  }

  @Test func secondYearHoldsItsDeliberateFlaws() {
    let year = Self.years[1]
    #expect(year.activities.count { $0.claims.isEmpty } == 3)
    #expect(year.activities.count { $0.held == nil && !$0.claims.isEmpty } == 2)
    #expect(year.activities.count { $0.override != nil } == 1)
    #expect(year.projects.count { $0.grade == nil } == 1)
    #expect(Set(year.projects.compactMap(\.grade)) == [60, 70, 80, 90])
    let withTopic = Set(year.projects.map { Self.company.branches[$0.branch].id })
    #expect(Set(Self.company.branches.map(\.id)).subtracting(withTopic) == ["b13"])
  }

  /// The fifth place of the environment branch is shared by two members, four stand clear above them.
  @Test func fifthPlaceIsTied() {
    let year = Self.years[1]
    let branch = Self.company.branches.firstIndex { $0.id == "b07" }
    let order = year.ranked(Self.company).filter { $0.branch == branch }
    let totals = order.map { year.tally.totals[$0.person] }
    #expect(Set(order[4...5].map { Self.company.people[$0.person].key }) == ["zhou-jingyi", "bai-yifan"])
    #expect(totals[3] > totals[4] && totals[4] == totals[5] && totals[5] > totals[6])
  }

  @Test func welfareGateIsMissedByOneBranchOnly() {
    for year in Self.years {
      let minutes = Dictionary(year.welfare.map { ($0.person, $0.minutes) }, uniquingKeysWith: +)
      let ranked = year.ranked(Self.company)
      var below: [String] = []
      for branch in Set(ranked.map(\.branch)).sorted() {
        let here = ranked.filter { $0.branch == branch }
        let given = here.count { minutes[$0.person] != nil }
        if 10 * given < 9 * here.count {
          below.append(Self.company.branches[branch].id)
          #expect(given == 26 && here.count == 29)
        }
      }
      #expect(below == (year.year == 2025 ? ["b12"] : []))
      let all = ranked.count { minutes[$0.person] != nil }
      #expect(10 * all > 9 * ranked.count)
    }
  }

  @Test func fiveSeriesReachTheirMinimum() {
    for year in Self.years {
      func days(_ series: String) -> Int { Set(year.welfare.filter { $0.series == series }.map(\.day)).count }
      #expect(days("spring-breeze") >= 1 && days("blood") >= 3 && days("school-aid") >= 1 && days("wishes") >= 1)
      #expect(Set(year.welfare.filter { $0.series == "elderly" }.map(\.person)).count >= 100)
    }
  }

  @Test func allWorksButTwoHaveEvidence() {
    let year = Self.years[1]
    let served = Set(
      year.activities.filter { $0.held != nil }.flatMap(\.works) + year.projects.flatMap { _ in ["w101", "w102"] }
        + year.records.map { year.standard.items[$0.item].works } + ["w506"])
    let counts = [12, 11, 10, 9, 11]
    let works = counts.enumerated().flatMap { index, count in
      (1...count).map { "w\(index + 1)\(twoDigits($0))" }
    }
    #expect(works.count == 53)
    #expect(works.filter { !served.contains($0) } == ["w310", "w511"])
  }

  /// Figures that a story states and the ledger must repeat.
  @Test(arguments: [
    ("a24-s01", 18), ("a24-s03", 24), ("a24-s04", 16), ("a24-s05", 108), ("a24-s06", 47), ("a25-s01", 336),
    ("a25-s02", 14), ("a25-s03", 22), ("a25-s04", 64), ("a25-s05", 37), ("a25-s06", 43), ("a25-s07", 26),
  ]) func storiesAgreeWithTheLedger(_ activity: String, _ people: Int) {
    let took = Self.years.flatMap { year in
      year.records.filter { $0.activity == activity }.map(\.person)
        + year.welfare.filter { $0.activity == activity }.map(\.person)
    }
    #expect(Set(took).count == people)
  }
}
