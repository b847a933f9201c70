/// How an open page learns of a rebuild. Nothing of this is ever published: it is added to a page when it is served.

/// Addresses that belong to the preview; no file of a site begins like this.
enum LiveAddress {
  static let script = ".dualpoints/reload.js"
  static let events = ".dualpoints/events"
}

/// Only pages in view listen, since a browser opens no more than six connections to one address; one that comes back
/// into view learns at once whether it is out of date. A page of mistakes leaves the place of the site's page as it was.
let reloadScript = """
  "use strict";
  (() => {
    const script = document.currentScript, isNotice = script.hasAttribute("data-notice");
    const key = "dualpoints-scroll:" + location.pathname;
    const remembered = work => { try { return work(sessionStorage); } catch { return null; } };

    const place = isNotice ? null : remembered(storage => storage.getItem(key));
    if (place !== null) {
      remembered(storage => storage.removeItem(key));
      const [left, top] = place.split(" ").map(Number);
      const restore = () => scrollTo({ left, top, behavior: "instant" });
      restore();
      addEventListener("load", restore, { once: true });
    }

    // The browser's own memory would put back the place on the page of mistakes in between.
    let isReloading = false;
    const reload = () => {
      isReloading = true;
      if (!isNotice) remembered(storage => storage.setItem(key, scrollX + " " + scrollY));
      history.scrollRestoration = "manual";
      location.reload();
    };

    let source = null;
    const leave = () => { if (source) source.close(); source = null; };
    const listen = () => {
      if (source || document.hidden) return;
      source = new EventSource("/\(LiveAddress.events)");
      source.addEventListener("build", event => {
        if (event.data === script.dataset.build) return;
        leave();
        reload();
      });
      source.addEventListener("error", () => {
        if (!source || source.readyState !== EventSource.CLOSED) return;
        leave();
        setTimeout(listen, 1000);
      });
    };
    document.addEventListener("visibilitychange", () => document.hidden ? leave() : listen());
    addEventListener("pagehide", () => {
      leave();
      if (!isReloading) history.scrollRestoration = "auto";
    });
    addEventListener("pageshow", listen);
    listen();
  })();

  """

/// The event a listening page waits for.
func buildEvent(_ build: String) -> String { "event: build\ndata: \(build)\n\n" }

/// A page with the script that listens, and with leave to run it where the page's own policy would forbid it.
/// - Parameter isNotice: whether it is a page in the site's place, such as one of mistakes.
func listening(_ html: [UInt8], build: String, isNotice: Bool) -> [UInt8] {
  var page = allowingReload(html)
  let notice = isNotice ? " data-notice" : ""
  let script = "<script src=\"/\(LiveAddress.script)\" data-build=\"\(build)\"\(notice) defer></script>\n"
  page.insert(contentsOf: script.utf8, at: page.lastIndex(ofText: "</body") ?? page.count)
  return page
}
