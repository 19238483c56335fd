/// The DMARC result of one mechanism as the receiver evaluated it: authenticated and aligned.
public enum AlignedResult: String, ReportWord {
  case pass
  case fail
}
