import Foundation
import Testing

@Suite("The terminal's figures on the repository's own project", .serialized)
struct ReportEndToEndTests {
  private func rows(of subject: String, year: String, day: String? = nil) throws -> [[String: String]] {
    let arguments = ["standings", "--of", subject, "--year", year, "--format", "csv", "--project", Program.packageRoot]
    let outcome = try Program.run(arguments + (day.map { ["--as-of", $0] } ?? []))
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let header = lines.first ?? []
    return lines.dropFirst().map { line in
      Dictionary(uniqueKeysWithValues: zip(header, line).map { (String($0), String($1)) })
    }
  }

  private func lastLine(_ arguments: [String]) throws -> String {
    let outcome = try Program.run(["explain"] + arguments + ["--project", Program.packageRoot], locale: "en_US.UTF-8")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output.split(separator: "\n").last.map(String.init) ?? ""
  }

  @Test("a member's awards add up to the total the standings show, on any day", arguments: [nil, "2025-03-31"])
  func members(day: String?) throws {
    let rows = try rows(of: "members", year: "2025", day: day)
    #expect(rows.count > 300)
    for index in [0, rows.count / 2, rows.count - 1] {
      let row = rows[index]
      let key = try #require(row["member"])
      let line = try lastLine([key, "--year", "2025"] + (day.map { ["--as-of", $0] } ?? []))
      let (total, base) = (row["total"] ?? "", row["base"] ?? "")
      #expect(line.hasPrefix("total \(total) (base \(base), optional \(row["optional"] ?? "");"), "\(key)")
    }
  }

  @Test("a branch's two parts add up to the total the standings show")
  func branches() throws {
    let rows = try rows(of: "branches", year: "2024")
    #expect(rows.count == 16)
    for row in rows.prefix(3) {
      let line = try lastLine([row["branch"] ?? "", "--year", "2024"])
      let (activities, reward) = (row["activities"] ?? "", row["reward"] ?? "")
      #expect(
        line
          == "total \(row["total"] ?? "") = activities \(activities) + year-end rating \(reward), rank \(row["rank"] ?? "")"
      )
    }
  }

  @Test("a name nobody has is a wrong argument, not an empty answer")
  func nobody() throws {
    #expect(try Program.run(["explain", "没有这个人", "--project", Program.packageRoot]).status == 64)
    #expect(try Program.run(["standings", "--branch", "b99", "--project", Program.packageRoot]).status == 64)
  }

  @Test("the same seed writes the same project, and it builds")
  func sample() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] {
      let arguments = ["sample", "--members", "40", "--records", "400", "--stories", "3", "--seed", "7"]
      let outcome = try Program.run(arguments + ["\(folder.path)/\(name)"])
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    #expect(try folder.contents(of: "a") == (try folder.contents(of: "b")))
    let built = try Program.run(["build", "--project", "\(folder.path)/a"])
    #expect(built.status == 0, "\(built.errors.prefix(1000))")
    let again = try Program.run(["sample", "\(folder.path)/a"])
    #expect(again.status == 64, "a sample was written over another")
  }
}
