import Foundation

/// Writes a file whole or not at all: beside it first, on the disk, then renamed over it. Makes its folder if needed.
func replaceFile(_ path: String, with bytes: [UInt8]) throws {
  let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
  do {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  } catch {
    throw EnvironmentFailure(zh: "无法创建文件夹 \(folder)", en: "can't create the folder \(folder)")
  }
  let temporary = "\(path).\(getpid()).tmp"
  do {
    let file = try Descriptor(temporary, flags: O_WRONLY | O_CREAT | O_TRUNC, path: temporary, action: .write)
    try file.write(bytes)
    guard fsync(file.number) == 0 else { throw EnvironmentFailure.system(errno, .write, temporary) }
    guard rename(temporary, path) == 0 else { throw EnvironmentFailure.system(errno, .write, path) }
  } catch {
    unlink(temporary)
    throw error
  }
}
