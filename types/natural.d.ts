/** natural types its package as a whole, whose import costs 160 MB; this is the one part that the analysis uses. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const PorterStemmer: { stem(word: string): string }
  export default PorterStemmer
}
