/// How the receiver found the policy and the organizational domain (RFC 9990).
public enum DiscoveryMethod: String, ReportWord {
  case psl
  case treewalk
}
