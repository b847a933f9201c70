import Testing

@testable import Pages

/// If these broke, headlines, reading times and metrics of groups would be shown wrongly.
@Suite struct StoryPageTests {
  @Test func aHeadlineBreaksBetweenClauses() {
    #expect(StoryPage.clauses("两个周六，采完三条河的48个断面") == ["两个周六，", "采完三条河的48个断面"])
    #expect(StoryPage.clauses("无标点") == ["无标点"])
  }

  @Test(arguments: [(0, 1), (1, 1), (400, 1), (401, 2), (1200, 3)])
  func readingTimeIsWholeMinutes(hanCount: Int, minutes: Int) {
    #expect(StoryCard.minutes(hanCount: hanCount) == minutes)
  }

  @Test func groupMetricIsRoundedHalfUpToTenths() {
    // 54.80 ÷ 200.00 = 27.4 %; 1 ÷ 2000 = 0.05 %, which rounds up to 0.1 %.
    #expect(GroupView.MetricView.perMille(5480, of: 20000) == 274)
    #expect(GroupView.MetricView.perMille(1, of: 2000) == 1)
    #expect(GroupView.MetricView.perMille(1, of: 2001) == 0)
  }
}
