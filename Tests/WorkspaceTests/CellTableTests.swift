import Foundation
import Testing

@Suite("tables --cells", .serialized)
struct CellTableTests {
  private func cells(_ name: String) throws -> (status: Int32, output: String, errors: String) {
    let path = "\(Program.packageRoot)/Tests/WorkbooksTests/Fixtures/\(name)"
    let outcome = try Program.run(["tables", "--cells", path], locale: "en_US.UTF-8")
    return (outcome.status, outcome.output, outcome.errors)
  }

  @Test("what is said of a sheet, then its cells, a line each")
  func printed() throws {
    #expect(
      try cells("058-filtered-rows.xlsx").output
        == [
          "sheet,cell,kind,value", "Sheet1,,state,visible", "Sheet1,,hidden_rows,3", "Sheet1,,filtered,3",
          "Sheet1,A1,s,支部", "Sheet1,B1,s,分", "Sheet1,A2,s,一", "Sheet1,B2,n,1", "Sheet1,A3,s,二", "Sheet1,B3,n,2",
          "Sheet1,A4,s,一", "Sheet1,B4,n,3", "",
        ].joined(separator: "\r\n"))
    let texts = try cells("022-space-preserve.xlsx").output
    #expect(texts.contains("Sheet1,A3,s,\"\n\"\r\nSheet1,A4,s,a\tb\r\n"))
    #expect(try cells("009-before-march-1900.xlsx").output.contains("Sheet1,B4,e,no such day\r\n"))
    #expect(try cells("032-bad-numbers.xlsx").output.contains("Sheet1,B1,e,\r\n"))
  }

  @Test("what can't be read ends with 1, its place and a remedy; a file that isn't there with 2")
  func refused() throws {
    let refused = try cells("070-cell-outside-its-row.xlsx")
    #expect(refused.status == 1 && refused.output.isEmpty)
    #expect(refused.errors.contains("error[workbook-refused]"))
    #expect(refused.errors.contains("070-cell-outside-its-row.xlsx[Sheet1]B1\n"))
    #expect(refused.errors.contains("= help: "))
    #expect(try cells("none.xlsx").status == 2)
  }
}
