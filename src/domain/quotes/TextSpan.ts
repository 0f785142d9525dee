/** A stretch of a text: UTF-16 offsets, the end exclusive. */
export interface TextSpan {
  start: number;
  end: number;
}
