import Diagnostics
import Disk
import Foundation
import Sheets
import Texts
import Workbooks

/// What a file looked like at one moment: another look that differs tells that somebody is writing it.
struct FileMoment: Equatable {
  let number: UInt64
  let size: Int64
  let seconds: Int
  let nanoseconds: Int

  init(_ status: stat) {
    number = UInt64(status.st_ino)
    size = Int64(status.st_size)
    (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }

  init(number: UInt64, size: Int64, seconds: Int = 0, nanoseconds: Int = 0) {
    (self.number, self.size, self.seconds, self.nanoseconds) = (number, size, seconds, nanoseconds)
  }
}

/// One reading of a workbook, and what its file looked like before and behind it.
struct WorkbookLook {
  let result: Result<Workbook, WorkbookRefusal>
  let before: FileMoment
  let after: FileMoment

  /// Nobody wrote meanwhile, and what was read is whole.
  var isSettled: Bool { before == after && !isCutShort }

  /// As a file is that is being saved.
  var isCutShort: Bool {
    guard case .failure(let refusal) = result else { return false }
    return switch refusal.reason {
    case .empty, .damagedArchive, .damagedPart: true
    default: false
    }
  }
}

/// How a workbook stands that couldn't be read in one piece.
enum WorkbookTrouble: Error, Equatable {
  case refused(WorkbookRefusal)
  /// It changed from look to look.
  case beingWritten
  /// It isn't whole, and a spreadsheet program has it open.
  case halfSaved
}

/// Looks at a workbook until it stands still: what is being saved is whole a moment later.
/// - Parameters:
///   - look: opens and reads the file anew: a program may put another one in its place.
///   - wait: passes a short time; called at most `mostWaits` times, so that nobody waits for a program that has it open.
func settledWorkbook(
  isOpen: Bool, mostWaits: Int = 4, look: () throws -> WorkbookLook, wait: () -> Void
) throws -> Result<Workbook, WorkbookTrouble> {
  var last = try look()
  var waits = 0
  // What is damaged and stands still stays so: one more look is enough to tell.
  while !last.isSettled, waits < mostWaits {
    wait()
    waits += 1
    let next = try look()
    let stands = next.before == last.after && next.before == next.after
    last = next
    if stands, !isOpen { break }
  }
  switch last.result {
  case .success(let workbook) where last.before == last.after: return .success(workbook)
  case .success: return .failure(.beingWritten)
  case .failure where last.before != last.after: return .failure(.beingWritten)
  case .failure where last.isCutShort && isOpen: return .failure(.halfSaved)
  case .failure(let refusal): return .failure(.refused(refusal))
  }
}

extension Diagnostic {
  static func trouble(_ trouble: WorkbookTrouble, with path: String) -> Diagnostic {
    let remedy = Bilingual(
      zh: "在 Excel 或 WPS 里存盘、关闭它，再运行一次", en: "save and close it in Excel or WPS, then run this again")
    return switch trouble {
    case .refused(let refusal): .refused(refusal, in: path)
    case .beingWritten:
      Diagnostic(
        .workbookUnsettled, at: nil, path: path,
        message: Bilingual(zh: "工作簿正在被写入，读了几次，每次都变了", en: "the workbook is being written: it changed at every look"),
        remedy: remedy)
    case .halfSaved:
      Diagnostic(
        .workbookUnsettled, at: nil, path: path,
        message: Bilingual(
          zh: "工作簿正开着，只存了一半（旁边有它的锁文件 ~$）",
          en: "the workbook is open and only half saved: its lock file ~$ stands beside it"), remedy: remedy)
    }
  }
}
