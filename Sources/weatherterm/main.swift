import App

EntryPoint.run()
