internal import CUnbound

/// The settings of libunbound, for asking resolvers that do the work.
enum UnboundContext {
  /// What differs from libunbound's defaults, each for a reason.
  private static let settings = [
    // With the default of 16 ports a thousand questions take thirteen times as long.
    ("outgoing-range:", "512"), ("num-queries-per-thread:", "1024"),
    // It would answer for 2.0.192.in-addr.arpa, test. and 10.in-addr.arpa itself: NXDOMAIN.
    ("unblock-lan-zones:", "yes"), ("insecure-lan-zones:", "yes"),
    // A resolver may well be on this host.
    ("do-not-query-localhost:", "no"),
    // What a stranger's zone holds must not fill our memory.
    ("msg-cache-size:", "16m"), ("rrset-cache-size:", "32m"),
  ]

  /// A context that forwards to the servers; the caller deletes it.
  static func make(_ options: ResolverOptions) throws(ResolverFailure) -> OpaquePointer {
    guard let context = ub_ctx_create() else { throw .cannotStart("out of memory") }
    do throws(ResolverFailure) {
      // Nothing may reach the terminal but what we say.
      _ = ub_ctx_debugout(context, nil)
      for (name, value) in settings { try check(ub_ctx_set_option(context, name, value)) }
      for server in options.servers {
        guard ub_ctx_set_fwd(context, server) == 0 else { throw .badServer(server) }
      }
      if let anchors = options.trustAnchors {
        guard ub_ctx_add_ta_file(context, anchors) == 0 else { throw .badAnchors(anchors) }
      }
      // A thread, not a process: a fork would keep our files open.
      try check(ub_ctx_async(context, 1))
      // Last, since this ends the time in which options are taken.
      for zone in ownZones { try check(ub_ctx_zone_remove(context, zone)) }
      return context
    } catch {
      ub_ctx_delete(context)
      throw error
    }
  }

  /// Zones that libunbound answers for itself even so: whether they exist is the resolver's to say.
  private static let ownZones = ["test.", "invalid.", "onion."]

  private static func check(_ code: Int32) throws(ResolverFailure) {
    guard code == 0 else { throw .cannotStart(String(cString: ub_strerror(code))) }
  }
}
