import Testing
import Texts

@testable import Composing
@testable import Pages
@testable import Wording

/// Figures and bar widths as a reader sees them.
@Suite struct FiguresTests {
  @Test(
    "thousands are set apart",
    arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-4200, "-4,200")])
  func grouping(number: Int, text: String) { #expect(grouped(number) == text) }

  /// 1 of 3 is 33.33…, 2 of 3 is 66.66…: rounded half up to a tenth.
  @Test(
    "shares are rounded to a tenth",
    arguments: [(1, 3, "33.3"), (2, 3, "66.7"), (1, 8, "12.5"), (3, 3, "100.0"), (0, 7, "0.0")])
  func share(part: Int64, whole: Int64, text: String) { #expect(percent(part, of: whole) == text) }

  @Test("nothing of nothing has no width, and a negative part doesn't stick out to the left")
  func edges() {
    #expect(percent(Int64(0), of: 0) == "0.0")
    #expect(percent(Int64(-5), of: 10) == "0.0")
  }

  @Test("a rank that fell is down, one that rose is up, one that is new has nothing to compare")
  func movement() {
    #expect(Movement(2, previous: 6).isUp && Movement(2, previous: 6).places == 4)
    #expect(Movement(6, previous: 2).isDown && Movement(6, previous: 2).places == 4)
    #expect(Movement(3, previous: 3).isSame)
    #expect(Movement(3, previous: nil).isNew && !Movement(3, previous: nil).isSame)
  }

  @Test(
    "links lead back to the root from any depth",
    arguments: [("index.html", ""), ("about/x.html", "../"), ("2025/members/a.html", "../../")])
  func depth(path: String, root: String) { #expect(Address.root(of: path) == root) }
}
