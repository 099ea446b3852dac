/** Tables of OpenCC, for which the package declares no types: `traditional simplified|…`. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string
  export default pairs
}
