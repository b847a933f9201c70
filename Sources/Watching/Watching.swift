/// When to build anew: what was noticed goes in, what to do next comes out.
///
/// It has no clock, every event comes with its moment, and it knows no file: whoever watches a project asks it for the next
/// step again and again. A build is one step of that loop, so that there are never two at once, and whatever came during
/// one leads to exactly one more.
package struct Watching: Sendable {
  package typealias Moment = ContinuousClock.Instant

  package enum Event: Sendable {
    /// The system says that something isn't as it was.
    case noticed(SaveState)
    /// The whole project was looked at, which took so long; whether it is as at the look before.
    case looked(isSame: Bool, took: Duration)
    /// Another day has begun than the one that was built for.
    case dayTurned
    /// What stopped a build may pass by itself: a share that is away, a full disk, a file that is being saved.
    case built(mayHeal: Bool)
  }

  /// How far they are who save something.
  package enum SaveState: Sendable {
    case whole
    /// What stood there is gone, and nothing has come under its name.
    case missing
    /// A file came into being that nobody has closed.
    case unfinished
  }

  package enum Step: Equatable, Sendable {
    case build
    /// Look at the whole project.
    case look
    /// Until something is noticed, and no longer than to this moment.
    case wait(until: Moment)
  }

  /// A change that isn't built yet.
  private struct Stir {
    let first: Moment
    var last: Moment
    var state: SaveState
    /// Found by looking: no notice will say when it is over, so that only looks can.
    var isSeen: Bool
  }

  private let patience: Patience
  private var isDue = true
  private var stir: Stir?
  private var lastLook: Moment
  private var lookTook = Duration.zero
  private var again: (at: Moment, pause: Duration)?

  /// The first step is a build.
  package init(_ patience: Patience, from start: Moment) {
    self.patience = patience
    lastLook = start
  }

  /// When the change began that is to be built; `nil` where no change is the reason.
  package var since: Moment? { stir?.first }

  package mutating func note(_ event: Event, at moment: Moment) {
    switch event {
    case .noticed(let state): change(at: moment, state, isSeen: stir?.isSeen ?? false)
    case .looked(let isSame, let took):
      (lastLook, lookTook) = (moment, took)
      if !isSame { change(at: moment, .unfinished, isSeen: true) }
    case .dayTurned: isDue = true
    case .built(let mayHeal):
      (isDue, stir) = (false, nil)
      let pause = again.map { min($0.pause * 2, patience.again.upperBound) } ?? patience.again.lowerBound
      again = mayHeal ? (moment + pause, pause) : nil
    }
  }

  private mutating func change(at moment: Moment, _ state: SaveState, isSeen: Bool) {
    stir = Stir(first: stir?.first ?? moment, last: moment, state: state, isSeen: isSeen)
  }

  package func step(at now: Moment) -> Step {
    if isDue { return .build }
    if let again, now >= again.at { return .build }
    guard let stir else {
      // A look at a large project, or over a slow network, takes its time: no more than a hundredth of all.
      let look = lastLook + max(patience.look, lookTook * 100)
      return now >= look ? .look : .wait(until: min(look, again?.at ?? look))
    }
    let (calm, end) = (stir.last + patience.quiet(after: stir.state), stir.first + patience.longest)
    if now >= end { return .build }
    guard now >= calm else { return .wait(until: min(calm, end)) }
    return stir.isSeen && lastLook < calm ? .look : .build
  }
}
