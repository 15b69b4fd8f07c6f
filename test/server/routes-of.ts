/** Every route of the site as `GET /path`, read from Express's own table. */
export function routesOf({ router }: { readonly router: unknown }): string[] {
  if (!hasStack(router)) throw new Error('Express keeps its routes elsewhere now.')
  return router.stack.flatMap(({ route }) =>
    route
      ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`)
      : [],
  )
}

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> }
}

function hasStack(router: unknown): router is { readonly stack: readonly Layer[] } {
  return typeof router === 'function' && 'stack' in router && Array.isArray(router.stack)
}
