import Testing

@testable import Texts

@Suite("Searches by halving")
struct SortedSearchTests {
  @Test("the first of those behind is found wherever the border lies, the end where there is none", arguments: 0...40)
  func border(count: Int) {
    for border in 0...count {
      let numbers = Array(0..<count)
      #expect(numbers.partitioningIndex { $0 >= border } == border)
      // A part of a list keeps the numbers of the whole.
      let part = ([-2, -1] + numbers)[2...]
      #expect(part.partitioningIndex { $0 >= border } == border + 2)
    }
  }

  @Test("of equal elements the first is found, and no more are looked at than halving needs")
  func equal() {
    var looks = 0
    let index = ([1] + Array(repeating: 5, count: 1_000) + [9]).partitioningIndex {
      looks += 1
      return $0 >= 5
    }
    #expect(index == 1 && looks <= 10)
  }
}
