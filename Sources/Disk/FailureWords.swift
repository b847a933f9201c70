import Diagnostics
import Foundation

extension EnvironmentFailure.Reason {
  /// What failed and, where somebody can do something about it, what.
  package var words: Bilingual {
    switch self {
    case .system(let code, let action, let path):
      Bilingual(
        zh: "无法\(action.words.zh) \(path)：\(cause(code).zh)", en: "can't \(action.words.en) \(path): \(cause(code).en)")
    case .tooManyFolders:
      Bilingual(
        zh: "系统不让监视更多文件夹；请管理员调高 fs.inotify.max_user_watches",
        en: "the system watches no more folders; have fs.inotify.max_user_watches raised")
    case .portTaken(let port, let free):
      Bilingual(
        zh: "端口 \(port) 正被别的程序占用；请用 --port 换一个，例如 --port \(free)",
        en: "port \(port) is in use by another program; name another with --port, such as --port \(free)")
    case .damaged(let path):
      Bilingual(
        zh: "\(path) 与发布时不一样（损坏或被改过），无法比对；请换一份完好的",
        en: "\(path) isn't as it was published; compare with a copy that is whole")
    case .database(let path, let said):
      Bilingual(
        zh: "\(path) 没有写入：内存不够，放不下整个数据库（SQLite 的原话：「\(said)」）",
        en: "\(path) wasn't written: the database doesn't fit into memory (\(said))")
    case .bagTooLarge, .earlierLayout, .foreignInArchive, .otherHeading: wordsOfArchives
    case .noEngine, .engineFailed, .engineTooSlow, .engineTooLarge, .noFontList, .noFonts, .boxes, .noPrintFile:
      wordsOfPrints
    case .noPandoc, .unreadDocument: wordsOfDocuments
    default: wordsOfPlaces
    }
  }

  private var wordsOfDocuments: Bilingual {
    switch self {
    case .noPandoc:
      Bilingual(
        zh: """
          没有 pandoc，读不了 Word 文件。安装：
            sudo apt install pandoc
          或者不加 --from，用 new story 新写一篇，把文字贴进去
          """,
        en: """
          pandoc, which reads Word's files, is missing; install it:
            sudo apt install pandoc
          or begin the story without --from and paste the text
          """)
    case .unreadDocument(let path, let said):
      Bilingual(
        zh: "\(path) 读不了这个文件，没有写入\(said.isEmpty ? "：时间太长" : "\n\(said)")；请在 Word 里另存为 .docx 再试，或分成几篇",
        en:
          "\(path) can't read the file, and nothing was written\(said.isEmpty ? ": it takes too long" : "\n\(said)"); save it as .docx in Word once more, or part it"
      )
    default: preconditionFailure("a reason without words")
    }
  }

  private var wordsOfPlaces: Bilingual {
    switch self {
    case .holdsProject(let path):
      Bilingual(
        zh: "不能写到 \(path)：它就是项目文件夹，或者里面有一个项目；请换一个文件夹",
        en: "can't write to \(path): it is a project, or holds one; name another folder")
    case .insideProject(let path):
      Bilingual(
        zh: "不能写到 \(path)：它在项目的 content 或 templates 里，那里只放内容和模板；请换一个地方",
        en: "can't write to \(path): it lies in the project's content or templates; name another place")
    case .insideOwn(let path):
      Bilingual(
        zh: "不能写到 \(path)：.dualpoints 是程序自己用的，里面的东西随时会清掉；请换一个地方",
        en: "can't write to \(path): .dualpoints is the program's own and cleared at any time; name another place")
    case .insideSite(let path):
      Bilingual(
        zh: "不能写到 \(path)：它在要发布的网站里，人人看得到，下次发布也会被换掉；请换一个地方",
        en:
          "can't write to \(path): it lies in what is published, for everybody to see until the next time; name another place"
      )
    case .noPage(let path):
      Bilingual(
        zh: "不能写到 \(path)：检查结果是一页 HTML，文件名要以 .html 结尾，如 检查结果.html",
        en: "can't write to \(path): the findings are a page of HTML, so its name must end in .html")
    case .notAFolder(let path):
      Bilingual(
        zh: "不能写到 \(path)：那里已经有的不是文件夹；请移走它，或换一个文件夹",
        en: "can't write to \(path): what stands there is no folder; move it away or name another one")
    case .notAFile(let path):
      Bilingual(
        zh: "不能写到 \(path)：它是文件夹、设备或管道，不是普通文件；请写一个文件名",
        en: "can't write to \(path): it is a folder, a device or a pipe, not a regular file; name a file")
    case .link(let path):
      Bilingual(
        zh: "不能写到 \(path)：它是符号链接；请直接写它指向的地方", en: "can't write to \(path): it is a symbolic link; name what it leads to"
      )
    case .mountPoint(let path):
      Bilingual(
        zh: "\(path) 是挂载点，不能整个换成新的网站；请发布到它里面的一个文件夹，例如 --output \(path)/site，再让网站服务器指向那里",
        en:
          "\(path) is a mount point, which can't be exchanged for a new site as a whole; publish into a folder in it, such as --output \(path)/site, and let the web server show that"
      )
    case .parentNotWritable(let path, let parent):
      Bilingual(
        zh:
          "不能写到 \(path)：要在 \(parent) 里先写好再整个替换，而这里没有写入权限；请管理员给予 \(parent) 的写入权限，或换到一个可写的文件夹里（例如 --output \(path)/site）",
        en:
          "can't write to \(path): it is first written beside and then exchanged, and \(parent) can't be written to; have the right to write there granted, or name a folder in one that can be written to, such as \(path)/site"
      )
    case .ownerNotKept(let path, let owner):
      Bilingual(
        zh: "\(path) 属于别的用户（编号 \(owner)），由你来换会变成你的；请由该用户或管理员运行，或让它允许同组写入（chmod g+w），或换一个地方",
        en:
          "\(path) belongs to another user (\(owner)) and would become yours; have that user or root do it, let its group write there (chmod g+w), or name another place"
      )
    case .foreignLinkNotKept(let path):
      Bilingual(
        zh: "\(path) 不是本程序写的，也不是普通文件，这个文件系统上无法保留；请先移走它",
        en: "\(path) isn't ours and no regular file, and can't be kept on this file system; move it away first")
    case .unreadableName(let folder):
      Bilingual(zh: "\(folder) 里有一个无法读取的文件名，请先移走它", en: "a file name in \(folder) can't be read; move it away first")
    case .anotherBuild(let path, let seconds):
      Bilingual(
        zh: "另一个构建正在发布到同一个文件夹，等了 \(seconds) 秒仍未结束（\(path)）",
        en: "another build is publishing to the same folder and did not end within \(seconds) s (\(path))")
    default: preconditionFailure("a reason without words")
    }
  }

  private var wordsOfArchives: Bilingual {
    switch self {
    case .bagTooLarge:
      Bilingual(
        zh: "归档包超过 zip 的限度（65535 个文件或 4 GiB），请分专题归档",
        en: "the bag is beyond what a zip holds (65535 files, 4 GiB); archive by campaign")
    case .earlierLayout(let folder, let there):
      Bilingual(
        zh: "没有写入：这里有旧版本程序写的归档包（包、zip 和移交单现在同在文件夹 \(folder) 里），请先移到别处：\(there.joined(separator: "、"))",
        en:
          "nothing was written: here is an archive of an earlier version (bag, zip and form now stand together in \(folder)); move it elsewhere first: \(there.joined(separator: ", "))"
      )
    case .foreignInArchive(let folder, let there):
      Bilingual(
        zh: "没有写入：\(folder) 要整个换新，但其中有不属于归档的东西，请先移走：\(there.joined(separator: "、"))",
        en:
          "nothing was written: \(folder) is replaced as a whole, and holds what is no part of an archive; move it away first: \(there.joined(separator: ", "))"
      )
    case .otherHeading(let file, let heading, let line):
      Bilingual(
        zh: "\(file) 的表头不是“\(heading)”，请手工加入这一行：\n\(line)",
        en: "the header of \(file) isn't “\(heading)”; add this line by hand:\n\(line)")
    default: preconditionFailure("a reason without words")
    }
  }

  private var wordsOfPrints: Bilingual {
    switch self {
    case .noEngine(let tooOld):
      Bilingual(
        zh: """
          没有能生成PDF的程序\(tooOld.map { "（\($0) 太旧或不能运行）" } ?? "")。装其中一个：
            pip install weasyprint     WeasyPrint 60 或更新，能生成归档用的 PDF/A
            apt install chromium       浏览器，不能保证 PDF/A
          或者加 --html，用浏览器打开后打印
          """,
        en: """
          no program that makes PDF was found\(tooOld.map { " (\($0) is too old or doesn't run)" } ?? ""); install one of
            pip install weasyprint     WeasyPrint 60 or later, which makes PDF/A for archives
            apt install chromium       a browser, which can't promise PDF/A
          or add --html and print from a browser
          """)
    case .engineFailed(let path, let status, let said, let mebibytes, let variable) where status > 128:
      // A browser that gets no memory ends itself by a signal, and says nothing of memory.
      Bilingual(
        zh:
          "\(path) 没有生成PDF，中途崩溃（信号 \(status - 128)）；内存可能不够，上限是 \(mebibytes) MiB，可用环境变量 \(variable) 放宽（MiB）\n\(said)",
        en:
          "\(path) made no PDF and crashed (signal \(status - 128)); it may lack memory, of which it may fill \(mebibytes) MiB, or what the environment's \(variable) says (MiB)\n\(said)"
      )
    case .engineFailed(let path, let status, let said, _, _):
      Bilingual(zh: "\(path) 没有生成PDF（退出码 \(status)）\n\(said)", en: "\(path) made no PDF (exit \(status))\n\(said)")
    case .engineTooSlow(let path, let seconds, let variable):
      Bilingual(
        zh:
          "\(path) 在 \(seconds) 秒内没有完成，已停止，没有写入；请分支部打印，检查是否有极复杂的图片，或用环境变量 \(variable) 放宽（秒）",
        en:
          "\(path) didn't end within \(seconds) s and was stopped; nothing was written. Print by branch, look for an extremely complex picture, or allow more by the environment's \(variable) (seconds)"
      )
    case .engineTooLarge(let path, let mebibytes, let variable):
      Bilingual(
        zh: "\(path) 用尽了 \(mebibytes) MiB 内存，已停止，没有写入；请分支部打印，检查是否有极大的图片，或用环境变量 \(variable) 放宽（MiB）",
        en:
          "\(path) used up \(mebibytes) MiB of memory and was stopped; nothing was written. Print by branch, look for an extremely large picture, or allow more by the environment's \(variable) (MiB)"
      )
    case .noFontList:
      Bilingual(
        zh: "没有 fc-list，无法在打印前检查缺字；请安装 fontconfig（apt install fontconfig）",
        en: "fc-list is missing, so missing characters can't be found before printing; install fontconfig")
    case .noFonts:
      Bilingual(zh: "这台机器没有字体；请安装 fonts-noto-cjk", en: "this machine has no fonts; install fonts-noto-cjk")
    case .boxes(let lines):
      Bilingual(
        zh:
          "没有写入：这台机器的字体缺字，印出来会是方框\n\(lines.joined(separator: "\n"))\n请安装含这些字的字体（如 fonts-noto-cjk、全宋体、遍黑体），再打印一次",
        en:
          "nothing was written: no font of this machine has these characters, which would be boxes\n\(lines.joined(separator: "\n"))\ninstall a font that has them, then print again"
      )
    case .noPrintFile(let path):
      Bilingual(
        zh: "打印模板用到 \(path)，项目里没有这个文件", en: "a print template refers to \(path), which the project doesn't have")
    default: preconditionFailure("a reason without words")
    }
  }
}

extension EnvironmentFailure.Action {
  fileprivate var words: Bilingual {
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

private func cause(_ code: Int32) -> Bilingual {
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
    case ELOOP: "路径中有符号链接"
    default: english
    }
  return Bilingual(zh: chinese, en: english)
}
