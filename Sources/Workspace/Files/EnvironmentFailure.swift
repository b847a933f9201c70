import Diagnostics
import Foundation

/// The environment fails, not the content: a full disk, a missing right, a folder that isn't there (exit code 2).
package struct EnvironmentFailure: Error {
  package let message: Bilingual

  package init(_ message: Bilingual) { self.message = message }

  package init(zh: String, en: String) { message = Bilingual(zh: zh, en: en) }

  /// A call of the system that failed on `path`; `code` is its `errno`.
  static func system(_ code: Int32, _ action: Action, _ path: String) -> EnvironmentFailure {
    EnvironmentFailure(
      zh: "无法\(action.words.zh) \(path)：\(cause(code).zh)", en: "can't \(action.words.en) \(path): \(cause(code).en)")
  }

  enum Action {
    case read, write, create, remove, lock, exchange, watch, listen, run

    var words: Bilingual {
      switch self {
      case .read: Bilingual(zh: "读取", en: "read")
      case .write: Bilingual(zh: "写入", en: "write")
      case .create: Bilingual(zh: "创建", en: "create")
      case .remove: Bilingual(zh: "删除", en: "remove")
      case .lock: Bilingual(zh: "锁定", en: "lock")
      case .exchange: Bilingual(zh: "替换", en: "replace")
      case .watch: Bilingual(zh: "监视", en: "watch")
      case .listen: Bilingual(zh: "监听", en: "listen on")
      case .run: Bilingual(zh: "运行", en: "run")
      }
    }
  }

  private static func cause(_ code: Int32) -> Bilingual {
    let english = String(cString: strerror(code))
    let chinese =
      switch code {
      case ENOSPC, EDQUOT: "磁盘空间已满"
      case EACCES, EPERM: "没有权限"
      case EROFS: "文件系统只读"
      case ENOENT: "文件或文件夹不存在"
      case ENOTDIR: "路径中有一段不是文件夹"
      case EEXIST: "已经存在"
      case EBUSY: "正被占用"
      case EMFILE, ENFILE: "打开的文件太多"
      case ENAMETOOLONG: "名称太长"
      case EFBIG: "文件超过允许的大小"
      case EIO: "磁盘读写出错"
      default: english
      }
    return Bilingual(zh: chinese, en: english)
  }
}
