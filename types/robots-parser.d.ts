/** robots-parser types its function as the default export of an ES module, which it is not. */
declare module 'robots-parser/index.js' {
  interface Robots {
    /** Undefined for an address of another host. */
    isAllowed(url: string, robot: string): boolean | undefined
    getCrawlDelay(robot: string): number | undefined
  }
  const robotsParser: (url: string, text: string) => Robots
  export default robotsParser
}
