//@ options: { "unknownErrors": true }
// With the option the lint is followed where nothing is known.
async fn awaited(request: impl Future<Output = Result<u8, Unknown>>, table: &Table) -> Result<u8, PortError> {
    table.resize(3).map_err(|_| PortError::Invalid)?;
    //              ^^^^^^^^^^^ error-context-discarded: `map_err(|_| …)` throws away the cause
    request.await.map_err(|_| PortError::Invalid)
    //            ^^^^^^^^^^^ error-context-discarded
}
enum PortError {
    Invalid,
}
