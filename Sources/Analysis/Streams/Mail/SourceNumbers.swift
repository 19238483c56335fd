import DMARC
import Facts

/// Numbers the sources of a policy domain and their neighbourhoods.
struct SourceNumbers {
  private var sources = Numbering<Int>()
  private var neighbourhoods = Numbering<Network>()
  /// The neighbourhood of each source.
  private var networkOf: [Int] = []

  /// The addresses of the sources.
  private(set) var addresses: [SourceAddress] = []
  var networks: [Network] { neighbourhoods.keys }

  mutating func place(
    of source: Int, in named: IDMap<SourceAddress>
  ) -> (place: Int, network: Int) {
    let place = sources.number(of: source)
    if place == addresses.count {
      let address = named[source] ?? .unknown
      addresses.append(address)
      networkOf.append(neighbourhoods.number(of: .neighbourhood(of: address)))
    }
    return (place, networkOf[place])
  }
}
