//! The part of tokio's interface that fixes use, with its signatures: enough to type-check them without the registry.

pub mod fs {
    use std::fs::{Metadata, Permissions};
    use std::io::Result;
    use std::path::{Path, PathBuf};

    macro_rules! of_one_path {
        ($($name:ident -> $result:ty),*) => {
            $(pub async fn $name(path: impl AsRef<Path>) -> Result<$result> {
                std::fs::$name(path)
            })*
        };
    }
    of_one_path!(
        canonicalize -> PathBuf, create_dir -> (), create_dir_all -> (), metadata -> Metadata, read -> Vec<u8>, read_link -> PathBuf,
        read_to_string -> String, remove_dir -> (), remove_dir_all -> (), remove_file -> (), symlink_metadata -> Metadata
    );

    macro_rules! of_two_paths {
        ($($name:ident -> $result:ty),*) => {
            $(pub async fn $name(from: impl AsRef<Path>, to: impl AsRef<Path>) -> Result<$result> {
                std::fs::$name(from, to)
            })*
        };
    }
    of_two_paths!(copy -> u64, hard_link -> (), rename -> ());

    pub async fn set_permissions(path: impl AsRef<Path>, permissions: Permissions) -> Result<()> {
        std::fs::set_permissions(path, permissions)
    }

    pub async fn try_exists(path: impl AsRef<Path>) -> Result<bool> {
        path.as_ref().try_exists()
    }

    pub async fn write(path: impl AsRef<Path>, contents: impl AsRef<[u8]>) -> Result<()> {
        std::fs::write(path, contents)
    }
}

pub mod time {
    pub async fn sleep(duration: std::time::Duration) {
        std::thread::sleep(duration);
    }
}

pub mod task {
    use std::future::Future;
    use std::pin::Pin;
    use std::task::{Context, Poll};

    #[derive(Debug)]
    pub struct JoinError;

    impl std::fmt::Display for JoinError {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("the task panicked")
        }
    }

    impl std::error::Error for JoinError {}

    impl From<JoinError> for std::io::Error {
        fn from(error: JoinError) -> Self {
            Self::other(error)
        }
    }

    pub struct JoinHandle<T>(Option<T>);

    impl<T> Unpin for JoinHandle<T> {}

    impl<T> Future for JoinHandle<T> {
        type Output = Result<T, JoinError>;
        fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
            Poll::Ready(self.0.take().ok_or(JoinError))
        }
    }

    pub fn spawn_blocking<F, R>(f: F) -> JoinHandle<R>
    where
        F: FnOnce() -> R + Send + 'static,
        R: Send + 'static,
    {
        JoinHandle(Some(f()))
    }
}

pub mod sync {
    pub struct Mutex<T>(std::sync::Mutex<T>);
    pub struct MutexGuard<'a, T>(std::sync::MutexGuard<'a, T>);

    impl<T> std::ops::Deref for MutexGuard<'_, T> {
        type Target = T;
        fn deref(&self) -> &T {
            &self.0
        }
    }

    impl<T> Mutex<T> {
        pub fn blocking_lock(&self) -> MutexGuard<'_, T> {
            MutexGuard(self.0.lock().unwrap())
        }
        pub async fn lock(&self) -> MutexGuard<'_, T> {
            MutexGuard(self.0.lock().unwrap())
        }
    }

    pub mod mpsc {
        pub mod error {
            #[derive(Debug)]
            pub struct SendError<T>(pub T);
        }

        pub struct Sender<T>(std::sync::mpsc::Sender<T>);

        impl<T> Sender<T> {
            pub fn blocking_send(&self, value: T) -> Result<(), error::SendError<T>> {
                self.0.send(value).map_err(|error| error::SendError(error.0))
            }
            pub async fn send(&self, value: T) -> Result<(), error::SendError<T>> {
                self.0.send(value).map_err(|error| error::SendError(error.0))
            }
        }
    }
}
