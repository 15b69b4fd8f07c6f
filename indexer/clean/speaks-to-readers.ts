const reported = /["“”]|\b(?:said|says|told|tweeted|wrote|according to)\b/i

/** Whether a line may be the publisher's own word to its readers: nobody is quoted in it. */
export function speaksToReaders(line: string): boolean {
  return !reported.test(line)
}
