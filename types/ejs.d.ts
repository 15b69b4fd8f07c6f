/** What is used of EJS, which comes without types. */
declare module 'ejs' {
  const ejs: {
    /** With `unsafePrototypeLocals`, what is given is used as it is, with what it inherits, instead of being copied. */
    compile(
      template: string,
      options: {
        readonly filename: string
        readonly rmWhitespace: boolean
        readonly unsafePrototypeLocals: true
      },
    ): (given: object) => string
  }
  export default ejs
}
