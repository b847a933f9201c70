import Foundation
import Testing
import Watching

@testable import Disk
@testable import Workspace

@Suite("How far they are who save something")
struct FolderNoticesTests {
  @Test("a file that is taken away before the new one comes is missing until then")
  func missing() throws {
    let folder = try watchedProject()
    try folder.write("content/b07.csv", "a")
    let notices = try FolderNotices(project: folder.path)
    #expect(notices.state == .whole)
    let (file, aside) = (folder.path + "/content/b07.csv", folder.path + "/content/b07.csv~")
    // As Vim saves: put aside, write anew, remove what was put aside.
    #expect(rename(file, aside) == 0)
    #expect(try notices.take() && notices.state == .missing)
    try folder.write("content/b07.csv", "b")
    #expect(try notices.take() && notices.state == .whole)
    #expect(unlink(aside) == 0)
    #expect(try !notices.take() && notices.state == .whole)
    // As Excel saves: the new one is written under another name, and takes the old one's place once that is gone.
    try folder.write("content/5D2A1000", "c")
    #expect(unlink(file) == 0)
    #expect(try notices.take() && notices.state == .missing)
    #expect(rename(folder.path + "/content/5D2A1000", file) == 0)
    #expect(try notices.take() && notices.state == .whole)
    // Another folder's file of the same name is another file.
    try folder.write("content/years/2024/b07.csv", "d")
    #expect(unlink(file) == 0)
    #expect(try notices.take() && notices.state == .missing)
    notices.begin()
    try folder.write("content/b07.csv", "e")
    _ = try notices.take()
    #expect(unlink(file) == 0)
    try folder.write("content/years/2024/b07.csv", "f")
    #expect(try notices.take() && notices.state == .missing)
    try folder.write("content/b07.csv", "g")
    #expect(try notices.take() && notices.state == .whole)
    // What stays away is built all the same.
    #expect(unlink(file) == 0)
    #expect(try notices.take() && notices.state == .missing)
    notices.begin()
    #expect(notices.state == .whole)
  }

  @Test("a table that is written where it stands is unfinished until it is closed, whoever else saves")
  func writtenInPlace() throws {
    let folder = try watchedProject()
    try folder.write("content/b07.csv", "a,b")
    let notices = try FolderNotices(project: folder.path)
    let file = try Descriptor(
      folder.path + "/content/b07.csv", flags: O_WRONLY | O_TRUNC, path: "b07.csv", action: .write)
    try file.write(Array("a".utf8))
    #expect(try notices.take() && notices.state == .unfinished)
    try folder.write("content/a.md", "saved meanwhile")
    #expect(try notices.take() && notices.state == .unfinished)
    try file.write(Array(",b".utf8))
    _ = consume file
    #expect(try notices.take() && notices.state == .whole)
  }
}

/// A file in each of the folders that are watched.
func watchedProject() throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  try folder.write("content/a.md", "a")
  try folder.write("templates/a.mustache", "a")
  return folder
}
