import Testing
import Watching

@Suite("When to build anew")
struct WatchingTests {
  /// Round numbers: 1 s of quiet, 2 s where something is gone, 3 s for an unfinished file, 20 s at most, a look every 10 s, again after 2 s to 8 s.
  private static let patience = Patience(
    quiet: .seconds(1), missing: .seconds(2), unfinished: .seconds(3), longest: .seconds(20), look: .seconds(10),
    again: .seconds(2) ... .seconds(8))
  private static let start = ContinuousClock.now

  private func at(_ seconds: Double) -> Watching.Moment { Self.start + .seconds(seconds) }

  /// One that has built once, at the moment 0.
  private func built(mayHeal: Bool = false) -> Watching {
    var watching = Watching(Self.patience, from: at(0))
    watching.note(.looked(isSame: true, took: .zero), at: at(0))
    watching.note(.built(mayHeal: mayHeal), at: at(0))
    return watching
  }

  @Test("it begins with a build, and looks after nothing happened for long enough")
  func beginning() {
    #expect(Watching(Self.patience, from: at(0)).step(at: at(0)) == .build)
    var watching = built()
    #expect(watching.step(at: at(0)) == .wait(until: at(10)))
    #expect(watching.step(at: at(10)) == .look)
    watching.note(.looked(isSame: true, took: .zero), at: at(10))
    #expect(watching.step(at: at(10)) == .wait(until: at(20)))
    #expect(watching.since == nil)
  }

  @Test("what is noticed is built when nothing further came for the time of quiet")
  func quiet() {
    var watching = built()
    watching.note(.noticed(.whole), at: at(4))
    #expect(watching.step(at: at(4)) == .wait(until: at(5)))
    watching.note(.noticed(.whole), at: at(4.5))
    #expect(watching.step(at: at(5)) == .wait(until: at(5.5)))
    #expect(watching.step(at: at(5.5)) == .build)
    #expect(watching.since == at(4))
  }

  @Test("a file that nobody has closed gets longer, until it is closed")
  func unfinished() {
    var watching = built()
    watching.note(.noticed(.unfinished), at: at(4))
    #expect(watching.step(at: at(6.9)) == .wait(until: at(7)))
    watching.note(.noticed(.whole), at: at(6.9))
    #expect(watching.step(at: at(7.8)) == .wait(until: at(7.9)))
    #expect(watching.step(at: at(7.9)) == .build)
  }

  @Test("what went gets longer, lest a site be published without a file that is being saved, until it is back")
  func missing() {
    var watching = built()
    watching.note(.noticed(.missing), at: at(4))
    #expect(watching.step(at: at(5.9)) == .wait(until: at(6)))
    #expect(watching.step(at: at(6)) == .build)
    watching.note(.noticed(.whole), at: at(5))
    #expect(watching.step(at: at(5.9)) == .wait(until: at(6)))
    #expect(watching.step(at: at(6)) == .build)
  }

  @Test("what never comes to rest is built all the same")
  func endless() {
    var watching = built()
    for tenth in 0...199 {
      watching.note(.noticed(.whole), at: at(4 + Double(tenth) / 10))
      #expect(watching.step(at: at(4 + Double(tenth) / 10)) != .build)
    }
    #expect(watching.step(at: at(23.9)) == .wait(until: at(24)))
    watching.note(.noticed(.whole), at: at(24))
    #expect(watching.step(at: at(24)) == .build)
  }

  @Test("where only looking tells, two looks have to agree")
  func seen() {
    var watching = built()
    watching.note(.looked(isSame: false, took: .zero), at: at(10))
    #expect(watching.step(at: at(10)) == .wait(until: at(13)))
    #expect(watching.step(at: at(13)) == .look)
    // It still grows.
    watching.note(.looked(isSame: false, took: .zero), at: at(13))
    #expect(watching.step(at: at(13)) == .wait(until: at(16)))
    #expect(watching.step(at: at(16)) == .look)
    watching.note(.looked(isSame: true, took: .zero), at: at(16))
    #expect(watching.step(at: at(16)) == .build)
    #expect(watching.since == at(10))
  }

  @Test("whatever came during a build leads to one more, and to no more than one")
  func during() {
    var watching = built()
    watching.note(.noticed(.whole), at: at(1))
    #expect(watching.step(at: at(2)) == .build)
    watching.note(.built(mayHeal: false), at: at(5))
    // Heard when the build is over, however many there were.
    for _ in 0..<5 { watching.note(.noticed(.whole), at: at(5)) }
    #expect(watching.step(at: at(5)) == .wait(until: at(6)))
    #expect(watching.step(at: at(6)) == .build)
    watching.note(.built(mayHeal: false), at: at(7))
    #expect(watching.step(at: at(7)) == .wait(until: at(10)))
  }

  @Test("what may heal is tried again, after longer and longer, until it succeeds")
  func again() {
    var watching = built(mayHeal: true)
    var moment = 0.0
    for pause in [2.0, 4, 8, 8] {
      #expect(watching.step(at: at(moment)) == .wait(until: at(moment + pause)))
      moment += pause
      #expect(watching.step(at: at(moment)) == .build)
      watching.note(.looked(isSame: true, took: .zero), at: at(moment))
      watching.note(.built(mayHeal: true), at: at(moment))
    }
    watching.note(.built(mayHeal: false), at: at(moment))
    #expect(watching.step(at: at(moment)) == .wait(until: at(moment + 10)))
    // And from the beginning the next time.
    watching.note(.built(mayHeal: true), at: at(moment))
    #expect(watching.step(at: at(moment)) == .wait(until: at(moment + 2)))
  }

  @Test("a change doesn't wait for the next try")
  func changeBeforeTry() {
    var watching = built(mayHeal: true)
    watching.note(.noticed(.whole), at: at(0.5))
    #expect(watching.step(at: at(1.5)) == .build)
  }

  @Test("another day is built at once")
  func day() {
    var watching = built()
    watching.note(.dayTurned, at: at(3))
    #expect(watching.step(at: at(3)) == .build)
    watching.note(.built(mayHeal: false), at: at(4))
    #expect(watching.step(at: at(4)) == .wait(until: at(10)))
  }

  @Test("looking takes no more than a hundredth of the time")
  func slowLook() {
    var watching = built()
    watching.note(.looked(isSame: true, took: .milliseconds(500)), at: at(10))
    #expect(watching.step(at: at(20)) == .wait(until: at(60)))
    #expect(watching.step(at: at(60)) == .look)
  }
}
