import Testing

@testable import Texts

@Suite("The tree of sources and the places in it")
struct SourceTreeTests {
  private func tree(_ lines: Int) -> SourceTree {
    SourceTree(files: [SourceFile(path: "content/a.csv", text: String(repeating: "行\r\n", count: lines))])
  }

  @Test("the lines of a large file are looked for once, however many are shown")
  func lines() {
    let visited = [1_000, 2_000, 4_000].map { lines in
      let places = (1...Int32(lines)).map { Place(file: 0, line: $0) }.shuffled()
      let starts = LineStarts(of: places, in: tree(lines))
      // Three bytes of a Han character and two of the line's end.
      for place in places { #expect(starts[place] == Int(place.line - 1) * 5) }
      return starts.visited
    }
    #expect(visited.allSatisfy { $0 <= 20_000 })
    #expect(visited[1] <= visited[0] * 21 / 10 && visited[2] <= visited[1] * 21 / 10)
  }

  @Test("what was refused is known by its path and its folders'; names that only begin alike aren't")
  func refused() {
    let tree = SourceTree(files: [], refused: ["content/years", "content/members/b01.csv", "content/\u{338}x"])
    for path in ["content/years", "content/years/2025/year.yaml", "content/members/b01.csv", "content/\u{338}x/a.md"] {
      #expect(tree.isRefused(path), "\(path)")
    }
    for path in ["content", "content/years2", "content/members", "content/members/b01.csv2"] {
      #expect(!tree.isRefused(path), "\(path)")
    }
  }

  @Test("a text's kind is known in capitals, and its file is shown as it is called")
  func capitals() {
    let tree = SourceTree(files: [SourceFile(path: "content/members/B01.CSV", text: "x")])
    #expect(tree.files[0].path == "content/members/B01.csv")
    #expect(tree.index(of: "content/members/B01.CSV") == 0 && tree.index(of: "content/members/B01.csv") == 0)
    #expect(tree.path(of: Place(file: 0, line: 1)) == "content/members/B01.CSV")
    #expect(SourceFile.plain("a/B.JPG") == "a/B.JPG" && SourceFile.plain("A.B/c") == "A.B/c")
  }
}
